import asyncio
import heapq
import itertools
from dataclasses import dataclass, field
from typing import Callable


@dataclass(order=True)
class Job:
    priority: int
    seq: int
    name: str = field(compare=False)
    action: Callable = field(compare=False, repr=False)
    retries: int = field(default=2, compare=False)


class JobQueue:
    def __init__(self, workers=2):
        self.heap = []
        self.counter = itertools.count(1)
        self.workers = workers
        self.results = {}
        self.errors = {}
        self._wakeup = asyncio.Condition()
        self._open = True

    async def submit(self, name, action, priority=10, **options):
        async with self._wakeup:
            heapq.heappush(self.heap, Job(priority, next(self.counter), name, action, **options))
            self._wakeup.notify()

    async def _worker(self, wid):
        while True:
            async with self._wakeup:
                await self._wakeup.wait_for(lambda: self.heap or not self._open)
                if not self.heap:
                    return wid
                job = heapq.heappop(self.heap)
            try:
                self.results[job.name] = await job.action()
                print(f"w{wid} did {job.name}")
            except Exception as e:
                if job.retries > 0:
                    job.retries -= 1
                    print(f"w{wid} retry {job.name} ({e})")
                    await self.submit(job.name, job.action, job.priority + 1, retries=job.retries)
                else:
                    self.errors[job.name] = repr(e)

    async def run(self):
        tasks = [asyncio.create_task(self._worker(i)) for i in range(self.workers)]
        await asyncio.sleep(1)
        async with self._wakeup:
            self._open = False
            self._wakeup.notify_all()
        return await asyncio.gather(*tasks)


async def main():
    q = JobQueue()
    state = {"n": 0}

    async def flaky():
        state["n"] += 1
        await asyncio.sleep(0.05)
        if state["n"] < 3:
            raise RuntimeError(f"try {state['n']}")
        return "finally"

    async def doomed():
        raise KeyError("x")

    def quick(value):
        async def run():
            await asyncio.sleep(0.01)
            return value

        return run

    await q.submit("slow", quick("S"), priority=50)
    await q.submit("urgent", quick("U"), priority=1)
    await q.submit("flaky", flaky)
    await q.submit("doomed", doomed, retries=1)
    print(await q.run())
    print(sorted(q.results.items()))
    print(q.errors)
    print(Job(1, 2, "a", print) < Job(1, 3, "b", print), Job(2, 1, "z", None))


asyncio.run(main())
