"""Cron-like scheduler and discrete event simulation, both on heaps."""
import asyncio
import heapq
import itertools
from collections import deque
from dataclasses import dataclass, field
from datetime import datetime, timedelta, time as dtime
from functools import partial
from typing import Callable, Generator, Iterable


@dataclass(order=True)
class Entry:
    when: datetime
    seq: int
    action: Callable[[], None] = field(compare=False)
    every: timedelta | None = field(default=None, compare=False)
    cancelled: bool = field(default=False, compare=False)


class Scheduler:
    def __init__(self, now: datetime):
        self.now = now
        self._heap: list[Entry] = []
        self._seq = itertools.count()

    def at(self, when, fn, *args, every=None, **kwargs) -> Entry:
        if when < self.now:
            raise ValueError(f"{when:%H:%M} is in the past")
        e = Entry(when, next(self._seq), partial(fn, *args, **kwargs), every)
        heapq.heappush(self._heap, e)
        return e

    def after(self, fn, *args, **delta):
        return self.at(self.now + timedelta(**delta), fn, *args)

    def daily(self, clock: str, fn, *args):
        h, m = (int(p) for p in clock.split(":"))
        first = datetime.combine(self.now.date(), dtime(h, m))
        if first < self.now:
            first += timedelta(days=1)
        return self.at(first, fn, *args, every=timedelta(days=1))

    def run_until(self, end: datetime) -> int:
        ran = 0
        while self._heap and self._heap[0].when <= end:
            e = heapq.heappop(self._heap)
            if e.cancelled:
                continue
            self.now = e.when
            e.action()
            ran += 1
            if e.every:
                e.when += e.every
                heapq.heappush(self._heap, e)
        self.now = end
        return ran


# --- a simulation of a bank with generators as processes

class Sim:
    def __init__(self):
        self.t = 0.0
        self.queue = []
        self.n = 0
        self.trace = []

    def spawn(self, gen: Generator, delay=0):
        self.n += 1
        heapq.heappush(self.queue, (self.t + delay, self.n, gen))

    def run(self, until=float("inf")):
        while self.queue and self.queue[0][0] <= until:
            self.t, _, gen = heapq.heappop(self.queue)
            try:
                wait = next(gen)
            except StopIteration as stop:
                if stop.value is not None:
                    self.trace.append(f"{self.t:5.1f} {stop.value}")
            else:
                if isinstance(wait, Resource):
                    wait.waiting.append(gen)
                    wait.grant()
                else:
                    self.spawn(gen, wait)


class Resource:
    def __init__(self, sim, capacity):
        self.sim, self.free = sim, capacity
        self.waiting = deque()
        self.peak = 0

    def grant(self):
        self.peak = max(self.peak, len(self.waiting))
        while self.free and self.waiting:
            self.free -= 1
            self.sim.spawn(self.waiting.popleft())

    def release(self):
        self.free += 1
        self.grant()


def customer(sim: Sim, name: str, tellers: Resource, service: float):
    arrived = sim.t
    sim.trace.append(f"{sim.t:5.1f} {name} arrives")
    yield tellers
    waited = sim.t - arrived
    sim.trace.append(f"{sim.t:5.1f} {name} served after {waited:.1f}")
    yield service
    tellers.release()
    return f"{name} leaves"


def arrivals(sim, tellers, times: Iterable[tuple[float, float]]):
    for i, (gap, service) in enumerate(times):
        yield gap
        sim.spawn(customer(sim, f"c{i}", tellers, service))


async def ticker(interval, stop: asyncio.Event, out):
    loop = asyncio.get_running_loop()
    start = loop.time()
    n = 0
    while not stop.is_set():
        n += 1
        out.append(n)
        try:
            await asyncio.wait_for(stop.wait(), interval)
        except TimeoutError:
            pass
    return n, loop.time() - start < 5


async def main():
    stop = asyncio.Event()
    out = []
    task = asyncio.create_task(ticker(0.02, stop, out))
    handle = asyncio.get_running_loop().call_later(0.05, stop.set)
    n, quick = await task
    print(n >= 2, quick, out[:2], handle.cancelled())


log = []
s = Scheduler(datetime(2024, 2, 28, 9, 30))
s.daily("08:00", lambda: log.append(f"{s.now:%d.%m. %H:%M} wake"))
s.at(datetime(2024, 2, 28, 12), log.append, "lunch")
nag = s.at(datetime(2024, 2, 28, 10), lambda who="you": log.append(f"{s.now:%H:%M} nag {who}"), every=timedelta(hours=5, minutes=30), who="ada")
s.after(setattr, nag, "cancelled", True, days=1, hours=2)
print(s.run_until(datetime(2024, 3, 2)), s.now, len(s._heap))
print(*log, sep="\n")
try:
    s.at(datetime(2024, 1, 1, 7, 5), print)
except ValueError as e:
    print(e)
sim = Sim()
tellers = Resource(sim, 2)
sim.spawn(arrivals(sim, tellers, [(0, 5), (1, 3), (0.5, 4), (1.5, 1), (6, 2)]))
sim.run(until=20)
print(*sim.trace, sep="\n")
print(tellers.peak, tellers.free, sim.t)
asyncio.run(main())
