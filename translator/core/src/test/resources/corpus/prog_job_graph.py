"""A tiny task scheduler with priorities, dependencies and retries."""
from __future__ import annotations
import asyncio
import heapq
import itertools
import random
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Awaitable, Callable, Optional


class Status(Enum):
    PENDING = auto()
    RUNNING = auto()
    DONE = auto()
    FAILED = auto()


@dataclass(order=True)
class Job:
    priority: int
    seq: int = field(compare=True)
    name: str = field(compare=False)
    action: Callable[[], Awaitable[object]] = field(compare=False, repr=False)
    depends: list[str] = field(default_factory=list, compare=False)
    retries: int = field(default=2, compare=False)
    status: Status = field(default=Status.PENDING, compare=False)
    result: Optional[object] = field(default=None, compare=False)


class Scheduler:
    def __init__(self, limit: int = 2) -> None:
        self._heap: list[Job] = []
        self._counter = itertools.count()
        self._jobs: dict[str, Job] = {}
        self._limit = limit
        self.log: list[str] = []

    def add(self, name: str, action, *, priority: int = 5, depends: list[str] | None = None) -> Job:
        if name in self._jobs:
            raise ValueError(f"duplicate job {name!r}")
        job = Job(priority, next(self._counter), name, action, depends or [])
        self._jobs[name] = job
        heapq.heappush(self._heap, job)
        return job

    def _ready(self) -> list[Job]:
        ready, rest = [], []
        while self._heap:
            job = heapq.heappop(self._heap)
            if all(self._jobs[d].status is Status.DONE for d in job.depends):
                ready.append(job)
            else:
                rest.append(job)
        for job in rest:
            heapq.heappush(self._heap, job)
        return ready

    async def _run_one(self, job: Job, gate: asyncio.Semaphore) -> None:
        async with gate:
            job.status = Status.RUNNING
            for attempt in range(1, job.retries + 2):
                try:
                    job.result = await job.action()
                except ConnectionError as e:
                    self.log.append(f"{job.name} attempt {attempt}: {e}")
                    if attempt > job.retries:
                        job.status = Status.FAILED
                        return
                    await asyncio.sleep(0.001 * attempt)
                else:
                    job.status = Status.DONE
                    self.log.append(f"{job.name} done")
                    return

    async def run(self) -> dict[str, Status]:
        gate = asyncio.Semaphore(self._limit)
        while self._heap:
            ready = self._ready()
            if not ready:
                names = ", ".join(sorted(j.name for j in self._heap))
                raise RuntimeError(f"stuck on: {names}")
            await asyncio.gather(*(self._run_one(j, gate) for j in ready))
        return {n: j.status for n, j in self._jobs.items()}


async def main():
    rng = random.Random(7)
    s = Scheduler()

    def flaky(times):
        left = times

        async def action():
            nonlocal left
            await asyncio.sleep(0)
            if left:
                left -= 1
                raise ConnectionError("reset by peer")
            return rng.randint(1, 100)

        return action

    s.add("fetch", flaky(1), priority=1)
    s.add("parse", flaky(0), depends=["fetch"])
    s.add("index", flaky(5), priority=0)
    s.add("report", flaky(0), depends=["parse"])
    try:
        s.add("fetch", flaky(0))
    except ValueError as e:
        print("error:", e)
    statuses = await s.run()
    for n, st in statuses.items():
        print(f"{n:<8}{st.name:>8} {st}")
    print(*s.log, sep="\n")
    s.add("never", flaky(0), depends=["index"])
    try:
        await s.run()
    except RuntimeError as e:
        print(type(e).__name__, e)
    j = s._jobs["parse"]
    print(j, j < s._jobs["report"])


asyncio.run(main())
