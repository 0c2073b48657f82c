import time
from time import monotonic, perf_counter, sleep

start = perf_counter()
m = monotonic()
sleep(0.01)
print(round(perf_counter() - start, 6) >= 0.01, monotonic() > m)
print(isinstance(time.time(), float), isinstance(time.time_ns(), int), isinstance(time.perf_counter_ns(), int))
print(time.process_time() >= 0, time.monotonic_ns() > 0)
t = time.gmtime(1_700_000_000)
print(t.tm_year, t.tm_mon, t.tm_mday, t.tm_hour, t.tm_min, t.tm_sec, t.tm_wday, t.tm_yday)
print(time.strftime("%Y-%m-%d %H:%M:%S", t), time.strftime("%a %b %d %j %U %p %I", t))
print(time.asctime(t), t[0], t[:3])
parsed = time.strptime("2021-03-04 05:06:07", "%Y-%m-%d %H:%M:%S")
print(parsed.tm_year, parsed.tm_yday)
import calendar

print(calendar.timegm(parsed), time.gmtime(0).tm_year)


class Timer:
    def __enter__(self):
        self.start = time.perf_counter()
        return self

    def __exit__(self, *args):
        self.elapsed = time.perf_counter() - self.start
        return False


with Timer() as timer:
    time.sleep(0.005)
print(round(timer.elapsed, 6) >= 0.005, f"{timer.elapsed:.1f}")
