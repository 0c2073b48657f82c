import datetime as dt
from datetime import date, datetime, time, timedelta, timezone

d = datetime(2024, 2, 28, 23, 59, 30, 123456)
print(d, repr(d), d.year, d.month, d.day, d.hour, d.minute, d.second, d.microsecond)
print(d + timedelta(days=2, seconds=31), d - timedelta(hours=1), d - datetime(2024, 1, 1))
print(d.isoformat(), d.isoformat(" ", "seconds"), d.date(), d.time(), d.weekday(), d.isoweekday())
print(d.strftime("%Y/%m/%d %H:%M:%S.%f %A %B %j"), f"{d:%d.%m.%y}", d.ctime())
print(d.replace(year=2023, microsecond=0), d.timetuple().tm_yday, d.isocalendar())
p = datetime.strptime("05 Mar 2021 14:30", "%d %b %Y %H:%M")
print(p, p < d, max(p, d) is d, datetime.fromisoformat("2020-01-02T03:04:05+02:00"))
print(datetime.fromtimestamp(1_700_000_000, tz=timezone.utc), datetime.fromtimestamp(0, timezone.utc).isoformat())
utc = datetime(2024, 5, 6, 7, 8, tzinfo=timezone.utc)
ist = timezone(timedelta(hours=5, minutes=30), "IST")
print(utc, utc.astimezone(ist), utc.timestamp(), utc.tzinfo, ist, repr(timezone.utc), utc.utcoffset())
print(utc.strftime("%Z %z"), utc.astimezone(ist).strftime("%Z %z"))

day = date(2024, 12, 25)
print(day, repr(day), day.strftime("%d/%m"), day + timedelta(weeks=1), (date(2025, 1, 1) - day).days)
print(day.replace(day=1), date.fromisoformat("2023-06-07"), day.toordinal(), date.fromordinal(738000), day.weekday())
t = time(9, 5)
print(t, repr(t), t.isoformat(), time.fromisoformat("12:34:56").hour, datetime.combine(day, t))

delta = timedelta(days=1, hours=2, minutes=3, seconds=4, milliseconds=5)
print(delta, repr(delta), delta.total_seconds(), delta.days, delta.seconds, delta.microseconds)
print(delta * 2, delta / 2, -delta, abs(-delta), delta // timedelta(hours=1), delta > timedelta(days=1))
print(timedelta(minutes=90) / timedelta(hours=1), timedelta(seconds=0.5), timedelta(), bool(timedelta()))
print(sum([timedelta(hours=1), timedelta(minutes=15)], timedelta()), str(timedelta(days=-1, hours=5)))
print(datetime.min, date.max, dt.MINYEAR)
try:
    datetime(2024, 2, 30)
except ValueError as e:
    print(e)
try:
    datetime.strptime("x", "%Y")
except ValueError as e:
    print(e)
now = datetime.now()
print(now.year >= 2023, datetime.now(timezone.utc).tzinfo is not None, date.today().year >= 2023)
