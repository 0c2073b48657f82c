"""Worker pool with retries, dead letters and stats."""
from __future__ import annotations

import asyncio
import logging
import random
import sys
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Awaitable, Callable, Optional

logging.basicConfig(stream=sys.stdout, level=logging.INFO,
                    format="%(levelname)-7s %(name)s: %(message)s")
log = logging.getLogger("pool")


class JobState(Enum):
    PENDING = auto()
    RUNNING = auto()
    DONE = auto()
    FAILED = auto()

    @property
    def terminal(self) -> bool:
        return self in (JobState.DONE, JobState.FAILED)


class PermanentError(Exception):
    def __init__(self, job_id: int, reason: str):
        super().__init__(f"job {job_id}: {reason}")
        self.job_id = job_id
        self.reason = reason


@dataclass(order=True)
class Job:
    priority: int
    id: int = field(compare=False)
    payload: dict = field(compare=False, default_factory=dict)
    attempts: int = field(compare=False, default=0)
    state: JobState = field(compare=False, default=JobState.PENDING)
    error: Optional[Exception] = field(compare=False, default=None, repr=False)


Handler = Callable[[Job], Awaitable[object]]


class Pool:
    def __init__(self, size: int, handler: Handler, *, max_attempts: int = 3):
        self._size = size
        self._handler = handler
        self._max = max_attempts
        self._queue: asyncio.PriorityQueue[Job] = asyncio.PriorityQueue()
        self._workers: list[asyncio.Task] = []
        self.dead: list[Job] = []
        self.results: dict[int, object] = {}

    async def __aenter__(self) -> Pool:
        self._workers = [
            asyncio.create_task(self._work(i), name=f"worker-{i}") for i in range(self._size)
        ]
        return self

    async def __aexit__(self, exc_type, exc, tb):
        if exc_type is None:
            await self._queue.join()
        for w in self._workers:
            w.cancel()
        await asyncio.gather(*self._workers, return_exceptions=True)
        return False

    def submit(self, job: Job) -> None:
        self._queue.put_nowait(job)

    async def _work(self, n: int) -> None:
        while True:
            job = await self._queue.get()
            job.state = JobState.RUNNING
            job.attempts += 1
            try:
                self.results[job.id] = await self._handler(job)
            except PermanentError as e:
                job.state, job.error = JobState.FAILED, e
                log.error("%s", e)
                self.dead.append(job)
            except Exception as e:
                job.error = e
                if job.attempts >= self._max:
                    job.state = JobState.FAILED
                    self.dead.append(job)
                    log.error("job %d gave up after %d attempts (%r)", job.id, job.attempts, e)
                else:
                    job.state = JobState.PENDING
                    log.warning("job %d attempt %d failed: %s", job.id, job.attempts, e)
                    self._queue.put_nowait(job)
            else:
                job.state = JobState.DONE
            finally:
                self._queue.task_done()


async def handler(job: Job) -> object:
    await asyncio.sleep(0.01 * job.priority)
    match job.payload:
        case {"op": "add", "args": [a, b]}:
            return a + b
        case {"op": "div", "args": [a, b]}:
            return a / b
        case {"op": "flaky", "fails": n} if job.attempts <= n:
            raise ConnectionError(f"flaky {job.attempts}/{n}")
        case {"op": "flaky"}:
            return "ok"
        case {"op": op}:
            raise PermanentError(job.id, f"unknown op {op!r}")
        case _:
            raise PermanentError(job.id, "no op")


async def main() -> None:
    payloads = [
        {"op": "add", "args": [2, 3]},
        {"op": "div", "args": [1, 0]},
        {"op": "flaky", "fails": 2},
        {"op": "mul", "args": [2, 3]},
        {},
        {"op": "div", "args": [7, 2]},
    ]
    rng = random.Random(42)
    jobs = [Job(rng.randint(1, 5), i, p) for i, p in enumerate(payloads)]
    async with Pool(2, handler) as pool:
        for j in jobs:
            pool.submit(j)
    for j in sorted(jobs, key=lambda j: (j.state.name, -j.attempts, j.id)):
        print(f"{j.id:>3} {j.state.name:<8} {j.attempts} {j.state.terminal!s:5} {pool.results.get(j.id)!r}")
    print(min(jobs), max(jobs).id)
    print([type(j.error).__name__ for j in pool.dead])


if __name__ == "__main__":
    asyncio.run(main())
