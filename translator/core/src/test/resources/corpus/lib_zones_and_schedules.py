from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones
from datetime import datetime, timezone, timedelta
import sched, time

berlin = ZoneInfo("Europe/Berlin")
ny = ZoneInfo("America/New_York")
summer = datetime(2024, 7, 1, 12, 0, tzinfo=berlin)
winter = datetime(2024, 1, 1, 12, 0, tzinfo=berlin)
print(summer, winter, repr(summer))
print(summer.isoformat(), summer.utcoffset(), winter.utcoffset(), summer.dst(), winter.dst(), summer.tzname(), winter.tzname())
print(summer.astimezone(ny), winter.astimezone(timezone.utc), summer.timestamp(), datetime.fromtimestamp(1700000000, berlin))
print(summer - winter, summer + timedelta(days=180), (summer + timedelta(days=180)).utcoffset(), summer.strftime("%Y-%m-%d %H:%M %Z %z"))
print(berlin, berlin.key, summer.tzinfo == ZoneInfo("Europe/Berlin"), summer < datetime(2024, 7, 1, 12, 0, tzinfo=ny), "UTC" in available_timezones())
print(datetime(2024, 3, 31, 1, 30, tzinfo=timezone.utc).astimezone(berlin), datetime(2024, 7, 1, tzinfo=ZoneInfo("Asia/Kolkata")), datetime(2024, 7, 1, tzinfo=ZoneInfo("UTC")).tzname(), datetime(2024, 7, 1, 3, tzinfo=timezone.utc).astimezone(ZoneInfo("Asia/Tokyo")).replace(tzinfo=None))
try:
    ZoneInfo("Mars/Olympus")
except ZoneInfoNotFoundError as e:
    print(type(e).__name__, e)

log = []
now = [0.0]
def clock():
    return now[0]
def wait(seconds):
    now[0] += seconds
s = sched.scheduler(clock, wait)
def note(name, n=0):
    log.append((clock(), name, n))
s.enter(5, 1, note, argument=("late",))
s.enter(2, 2, note, argument=("second",), kwargs={"n": 7})
s.enter(2, 1, note, argument=("first",))
gone = s.enter(3, 1, note, ("gone",))
s.cancel(gone)
print(len(s.queue), s.empty(), gone.time, gone.priority)
print(s.run(blocking=False))
s.run()
print(log, s.empty(), now)
try:
    s.cancel(gone)
except ValueError as e:
    print("ValueError", e)
t = sched.scheduler(time.time, time.sleep)
t.enter(0.001, 1, print, argument=("printed",))
t.run()
