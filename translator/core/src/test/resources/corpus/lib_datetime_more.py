from datetime import date, datetime, time, timedelta, timezone

start = datetime(2024, 2, 28, 22, 30)
for step in (timedelta(hours=2), timedelta(days=1, minutes=-45), timedelta(weeks=1)):
    start += step
    print(start, start.strftime("%a %d %b %Y %H:%M"), start.isoformat(timespec="minutes"))
gap = datetime(2024, 12, 25) - start
print(gap, gap.days, gap.seconds, gap.total_seconds(), gap // timedelta(days=1), gap / timedelta(hours=1))
print(divmod(gap, timedelta(days=7)), -gap, abs(-gap) == gap, gap * 2, gap % timedelta(hours=5))
print(repr(timedelta(days=-1, seconds=5)), timedelta(microseconds=1500), str(timedelta(hours=-1)))
tz = timezone(timedelta(hours=5, minutes=30), "IST")
aware = datetime(2024, 1, 1, 12, tzinfo=timezone.utc)
local = aware.astimezone(tz)
print(aware, local, local == aware, local.tzname(), local.utcoffset(), aware.timestamp())
print(datetime.fromisoformat("2024-03-10T08:15:30.250000+02:00"), datetime.fromtimestamp(0, timezone.utc))
print(datetime.strptime("10/Mar/2024 08:15:30", "%d/%b/%Y %H:%M:%S"), date.fromisoformat("2024-02-29"))
d = date(2024, 1, 31)
print(d.weekday(), d.isoweekday(), d.isocalendar(), d.replace(day=1), d.toordinal(), d.timetuple().tm_yday)
print(d - date(2023, 12, 25), d > date(2024, 1, 30), date.min, (d + timedelta(days=30)).isoformat())
print(time(8, 5), time(23, 59, 59, 999), time.fromisoformat("04:05:06").replace(hour=7), repr(time(1)))
print(datetime.combine(d, time(9, 30)), datetime.combine(d, time()).date() == d)
try:
    date(2023, 2, 29)
except ValueError as e:
    print(e)
try:
    datetime.strptime("nope", "%Y")
except ValueError as e:
    print(e)
try:
    print(aware < start)
except TypeError as e:
    print(e)


def month_range(year, month):
    first = date(year, month, 1)
    following = date(year + month // 12, month % 12 + 1, 1)
    while first < following:
        yield first
        first += timedelta(days=1)


print(sum(1 for d in month_range(2024, 2) if d.weekday() < 5), len(list(month_range(2023, 12))))
meetings = [(time(9), 60), (time(9, 30), 45), (time(11), 30)]
for (a, n), (b, _) in zip(meetings, meetings[1:]):
    end = (datetime.combine(d, a) + timedelta(minutes=n)).time()
    print(f"{a:%H:%M}-{end:%H:%M}", "overlaps" if end > b else "free", f"{b:%I:%M %p}")
