"""A producer-consumer pipeline with stages, backpressure and graceful shutdown."""
import asyncio
import contextlib
import itertools
import time
from typing import Any, AsyncIterator, Callable

STOP = object()


class Stage:
    counter = itertools.count()

    def __init__(self, name: str, work: Callable[[Any], Any], *, workers: int = 1, size: int = 2):
        self.name, self.work, self.workers = name, work, workers
        self.inbox: asyncio.Queue = asyncio.Queue(maxsize=size)
        self.next: "Stage | None" = None
        self.handled = 0
        self.high_water = 0

    def __rshift__(self, other: "Stage") -> "Stage":
        self.next = other
        return other

    async def put(self, item):
        await self.inbox.put(item)
        self.high_water = max(self.high_water, self.inbox.qsize())

    async def _run(self):
        while (item := await self.inbox.get()) is not STOP:
            try:
                result = self.work(item)
                if asyncio.iscoroutine(result):
                    result = await result
                self.handled += 1
                if self.next is not None and result is not None:
                    await self.next.put(result)
            except ArithmeticError as e:
                print(f"{self.name}: dropped {item!r}: {e}")
            finally:
                self.inbox.task_done()

    async def run(self):
        async with asyncio.TaskGroup() as tg:
            tasks = [tg.create_task(self._run()) for _ in range(self.workers)]
            self.tasks = tasks
        if self.next is not None:
            for _ in range(self.next.workers):
                await self.next.put(STOP)


class Pipeline:
    def __init__(self, *stages: Stage):
        self.stages = stages
        for a, b in itertools.pairwise(stages):
            a >> b

    @contextlib.asynccontextmanager
    async def running(self):
        runners = [asyncio.create_task(s.run(), name=s.name) for s in self.stages]
        try:
            yield self.stages[0]
        except BaseException:
            for r in runners:
                r.cancel()
            raise
        finally:
            for _ in range(self.stages[0].workers):
                await self.stages[0].put(STOP)
            results = await asyncio.gather(*runners, return_exceptions=True)
            print([type(r).__name__ for r in results])


async def numbers(n) -> AsyncIterator[int]:
    for i in range(n):
        yield i
        await asyncio.sleep(0)


async def slow_square(x):
    await asyncio.sleep(0.001)
    return x * x


async def main():
    out = []
    stages = [
        Stage("invert", lambda x: 12 // (x - 3)),
        Stage("square", slow_square, workers=3),
        Stage("keep", lambda x: x if x % 2 == 0 else None),
        Stage("sink", out.append),
    ]
    pipeline = Pipeline(*stages)
    async with pipeline.running() as first:
        async for n in numbers(10):
            await first.put(n)
    print(sorted(out), {s.name: (s.handled, s.high_water <= 2) for s in stages})


asyncio.run(main())
