"""Backpressured stages with typed protocols and sentinel handling."""
import asyncio
from collections.abc import AsyncIterable, AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar, cast
import time

In = TypeVar("In")
Out = TypeVar("Out")


class Stage(Protocol[In, Out]):
    name: str

    async def handle(self, item: In) -> Out | None: ...


@dataclass
class Map(Generic[In, Out]):
    name: str
    fn: Callable[[In], Out]
    processed: int = 0

    async def handle(self, item: In) -> Out | None:
        self.processed += 1
        await asyncio.sleep(0)
        return self.fn(item)


@dataclass
class Filter:
    name: str
    predicate: Callable[[Any], bool]
    dropped: int = 0

    async def handle(self, item):
        if self.predicate(item):
            return item
        self.dropped += 1
        return None


class Pipeline:
    _END = object()

    def __init__(self, *stages: Stage, capacity: int = 2, workers: int = 1):
        self.stages = stages
        self.capacity = capacity
        self.high_water: dict[str, int] = {}

    async def _run_stage(self, stage, source: asyncio.Queue, sink: asyncio.Queue):
        while (item := await source.get()) is not self._END:
            self.high_water[stage.name] = max(self.high_water.get(stage.name, 0), source.qsize())
            try:
                out = await stage.handle(item)
            except Exception as e:
                e.add_note(f"stage {stage.name}, item {item!r}")
                raise
            if out is not None:
                await sink.put(out)
        await sink.put(self._END)

    async def stream(self, source: AsyncIterable[Any]) -> AsyncIterator[Any]:
        queues = [asyncio.Queue(self.capacity) for _ in range(len(self.stages) + 1)]

        async def feed():
            async for item in source:
                await queues[0].put(item)
            await queues[0].put(self._END)

        async with asyncio.TaskGroup() as tg:
            tg.create_task(feed())
            for stage, a, b in zip(self.stages, queues, queues[1:]):
                tg.create_task(self._run_stage(stage, a, b), name=stage.name)
            while (item := await queues[-1].get()) is not self._END:
                yield item


async def numbers(n):
    for i in range(n):
        yield i


async def main():
    square: Map[int, int] = Map("square", lambda x: x * x)
    even = Filter("even", lambda x: x % 2 == 0)
    label = Map("label", "n={:03d}".format)
    p = Pipeline(square, even, label)
    print([x async for x in p.stream(numbers(8))])
    print(square.processed, even.dropped, sorted(p.high_water))
    bad = Pipeline(Map("div", lambda x: 10 // (x - 2)), Map("str", str))
    got = []
    try:
        async for x in bad.stream(numbers(5)):
            got.append(x)
    except* ZeroDivisionError as eg:
        for e in eg.exceptions:
            print(type(e).__name__, e, e.__notes__)
    print(got)
    print(square.name, even == Filter("even", even.predicate, 4), cast(int, "not checked"))


asyncio.run(main())
