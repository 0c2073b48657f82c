"""Dates and times in every form of ISO 8601, at the ends of the calendar, and in calendars."""
import calendar
import time
from datetime import date, datetime, time as clock, timedelta, timezone


def attempt(label, action):
    try:
        print(label, repr(action()))
    except (ValueError, OverflowError, ZeroDivisionError, TypeError) as e:
        print(label, type(e).__name__, e)


for text in (
    "2024-01-02", "20240102", "2024-W01-2", "2024W012", "2024-01-02T03", "20240102T030405",
    "2024-01-02 03:04:05.678", "2024-01-02T03:04:05.123456789+05:30", "2024-01-02T03:04Z",
    "2024-01-02T03:04:05-00:30:15", "2024-1-2", "2024-13-01", "2024-02-30", "2024-W60-1", "20240102T25", "",
):
    attempt(text, lambda: datetime.fromisoformat(text))
for text in ("03", "03:04", "030405", "T03:04:05,5", "03:04:05+02:00", "3:04", "03:04:61"):
    attempt(text, lambda: clock.fromisoformat(text))
attempt("week", lambda: date.fromisocalendar(2020, 53, 7))
attempt("no week", lambda: date.fromisocalendar(2021, 53, 1))
attempt("no day", lambda: date.fromisocalendar(2021, 5, 8))
attempt("end", lambda: datetime(9999, 12, 31) + timedelta(days=1))
attempt("begin", lambda: date(1, 1, 1) - timedelta(days=1))
attempt("ordinal", lambda: date.fromordinal(0))
attempt("by none", lambda: timedelta(1) / 0)
attempt("by nothing", lambda: timedelta(1) // timedelta(0))
attempt("divided", lambda: (timedelta(days=7) // 2, timedelta(hours=5) % timedelta(hours=2)))
attempt("zones", lambda: clock(1, 0, tzinfo=timezone.utc) == clock(3, 0, tzinfo=timezone(timedelta(hours=2))))
attempt("mixed", lambda: clock(1) < clock(1, tzinfo=timezone.utc))
print(datetime.combine(date(2024, 5, 6), clock(7, 8), timezone.utc).timetz())
print(calendar.month_name[3], calendar.day_abbr[0], calendar.monthcalendar(2024, 2)[0], calendar.leapdays(2000, 2025))
print(calendar.timegm((1970, 1, 2, 0, 0, 0)), tuple(time.gmtime(0)), time.gmtime(86400).tm_isdst)
print(calendar.month(2024, 2))
