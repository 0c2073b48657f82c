from datetime import datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo
b = ZoneInfo("Europe/Berlin")
u = ZoneInfo("UTC")
for z in (b, u, timezone.utc, timezone(timedelta(hours=2)), ZoneInfo("Etc/GMT+5")):
    t = time(12, 30, tzinfo=z)
    print(t, repr(t), t.utcoffset(), t.tzname(), t.isoformat(), t.strftime("%H:%M %z|%Z"), t.dst())
print(time(12, tzinfo=b) == time(12), time(12, tzinfo=b) < time(13), hash(time(12, tzinfo=b)) == hash(time(12)))
try:
    print(time(12, tzinfo=u) < time(13))
except TypeError as e:
    print(e)
print(b.utcoffset(None), b.tzname(None), u.utcoffset(None), timezone.utc.utcoffset(None), b.dst(None))
for s in ("2024-03-31T01:59", "2024-03-31T02:30", "2024-03-31T03:00", "2024-10-27T01:59", "2024-10-27T02:30", "2024-10-27T03:00"):
    d = datetime.fromisoformat(s).replace(tzinfo=b)
    print(d, d.utcoffset(), d.tzname(), d.dst(), d.astimezone(timezone.utc), d.timestamp(), d.fold)
start = datetime(2024, 10, 26, 23, 30, tzinfo=timezone.utc)
for k in range(5):
    d = (start + timedelta(minutes=30 * k)).astimezone(b)
    print(d, d.fold, d.tzname(), d.astimezone(timezone.utc), d.timestamp())
d = datetime(2024, 10, 27, 2, 30, tzinfo=b, fold=1)
print(d, repr(d), d.fold, d.replace(fold=0), d.replace(hour=1))
print(datetime.fromtimestamp(1729989000, b), datetime.fromtimestamp(1729992600, b), repr(datetime.fromtimestamp(1729992600, b)))
print(datetime.combine(d.date(), time(12, tzinfo=b)))
print(d + timedelta(hours=1), d - datetime(2024, 10, 27, 2, 30, tzinfo=b))
