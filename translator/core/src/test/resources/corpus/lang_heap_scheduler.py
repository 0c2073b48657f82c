"""A cooperative scheduler on heapq with virtual time."""
import heapq
import itertools
from dataclasses import dataclass, field
from typing import Callable, Generator, Optional
import random
from collections import deque


IDS = itertools.count()


@dataclass(order=True)
class Job:
    at: float
    priority: int
    seq: int = field(default_factory=lambda: next(IDS))
    action: Callable[[], None] = field(compare=False, default=lambda: None)
    name: str = field(compare=False, default="")
    cancelled: bool = field(default=False, compare=False, repr=False)

    def cancel(self):
        self.cancelled = True


class Scheduler:
    def __init__(self):
        self.now = 0.0
        self._heap: list[Job] = []
        self.trace = []

    def at(self, when, action, *, priority=0, name=None):
        job = Job(when, priority, action=action, name=name or action.__name__)
        heapq.heappush(self._heap, job)
        return job

    def after(self, delay, action, **kw):
        return self.at(self.now + delay, action, **kw)

    def every(self, interval, action, *, until):
        def tick():
            action()
            if self.now + interval <= until:
                self.after(interval, tick, name=action.__name__)
        self.after(interval, tick, name=action.__name__)

    def spawn(self, process: Generator[float, float, None]):
        def step(value=None):
            try:
                delay = process.send(value)
            except StopIteration as stop:
                self.trace.append((self.now, process.__name__, "finished", stop.value))
            else:
                self.after(delay, lambda: step(self.now), name=process.__name__)
        step()

    def run(self):
        executed = 0
        while self._heap:
            job = heapq.heappop(self._heap)
            if job.cancelled:
                continue
            self.now = job.at
            job.action()
            executed += 1
        return executed


s = Scheduler()
rng = random.Random(7)


def beat():
    s.trace.append((s.now, "beat"))


def customer(name, server):
    arrived = s.now
    yield rng.expovariate(1.0)
    server.append(name)
    now = yield 1.5
    s.trace.append((round(now, 6), name, f"{now - arrived:.3f}"))
    return len(server)


def greedy():
    total = 0
    for i in range(3):
        total += (yield 0.25)
    return total


served = []
for i in range(3):
    s.spawn(customer(f"c{i}", served))
s.spawn(greedy())
s.every(1, beat, until=3)
late = s.at(2.5, lambda: print("never"), name="late")
s.at(2.0, lambda: late.cancel(), priority=-1, name="canceller")
print(s.run(), served, round(s.now, 9))
for row in s.trace:
    print(*row)
jobs = [Job(1.0, 2, 5, name="a"), Job(1.0, 1, 9, name="b"), Job(0.5, 9, 1, name="c")]
print([j.name for j in sorted(jobs)], jobs[0] > jobs[1], jobs[0] == Job(1.0, 2, 5, name="zz"))
h = [5, 3, 8, 1]
heapq.heapify(h)
print(h, heapq.heappushpop(h, 0), heapq.heapreplace(h, 7), h, heapq.nsmallest(2, h), list(heapq.merge([1, 4], [2, 3], reverse=False)))
print(rng.sample(range(100), 5), rng.choices("abc", weights=[1, 2, 7], k=6), rng.gauss(0, 1), rng.betavariate(2, 3), rng.triangular(0, 10, 3))
deck = list(range(10))
rng.shuffle(deck)
print(deck, rng.getrandbits(70), rng.randbytes(4).hex(), rng.choice(("x", "y")), rng.randrange(0, 100, 7))
state = rng.getstate()
a = rng.random()
rng.setstate(state)
print(a == rng.random(), rng.normalvariate(5, 2), rng.lognormvariate(0, .25), rng.vonmisesvariate(0, 4), rng.paretovariate(3), rng.weibullvariate(1, 1.5), rng.gammavariate(2, 1))
