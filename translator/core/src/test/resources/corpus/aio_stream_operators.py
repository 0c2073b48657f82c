"""Async iterator/generator pipeline with operators and class-based iterators."""
import asyncio
import collections
import random
from contextlib import aclosing, asynccontextmanager, AsyncExitStack
from typing import AsyncIterator, AsyncIterable, Callable, TypeVar

T = TypeVar("T")
U = TypeVar("U")
rng = random.Random(99)


class Stream:
    """A fluent wrapper."""

    def __init__(self, source):
        self._source = source

    def __aiter__(self):
        return self._source.__aiter__()

    @classmethod
    def of(cls, *items):
        async def gen():
            for item in items:
                yield item
        return cls(gen())

    @classmethod
    def range(cls, *args):
        async def gen():
            for i in range(*args):
                await asyncio.sleep(0)
                yield i
        return cls(gen())

    def map(self, fn):
        async def gen():
            async for x in self:
                r = fn(x)
                if asyncio.iscoroutine(r):
                    r = await r
                yield r
        return Stream(gen())

    def filter(self, pred=None):
        pred = pred or bool
        return Stream(x async for x in self if pred(x))

    def chunk(self, n):
        async def gen():
            buf = []
            async for x in self:
                buf.append(x)
                if len(buf) == n:
                    yield tuple(buf)
                    buf.clear()
            if buf:
                yield tuple(buf)
        return Stream(gen())

    def take(self, n):
        async def gen():
            if n <= 0:
                return
            count = 0
            async for x in self:
                yield x
                count += 1
                if count >= n:
                    break
        return Stream(gen())

    def window(self, size):
        async def gen():
            win = collections.deque(maxlen=size)
            async for x in self:
                win.append(x)
                if len(win) == size:
                    yield list(win)
        return Stream(gen())

    async def collect(self, into=list):
        return into([x async for x in self])

    async def reduce(self, fn, initial=None):
        acc = initial
        async for x in self:
            acc = x if acc is None else fn(acc, x)
        return acc

    def __or__(self, op):
        return op(self)


class Ticker:
    def __init__(self, n, interval=0.001):
        self.n, self.interval = n, interval
        self.i = 0

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.i >= self.n:
            raise StopAsyncIteration
        await asyncio.sleep(self.interval)
        self.i += 1
        return self.i


async def merge(*streams: AsyncIterable[T]) -> AsyncIterator[T]:
    queue: asyncio.Queue = asyncio.Queue(maxsize=0)
    done = object()

    async def pump(s):
        try:
            async for item in s:
                await queue.put(item)
        finally:
            await queue.put(done)

    tasks = [asyncio.create_task(pump(s)) for s in streams]
    remaining = len(tasks)
    try:
        while remaining:
            item = await queue.get()
            if item is done:
                remaining -= 1
                continue
            yield item
    finally:
        for t in tasks:
            t.cancel()
        results = await asyncio.gather(*tasks, return_exceptions=True)
        print("merge closed", results)


async def resource_gen(name):
    print("open", name)
    try:
        n = 0
        while True:
            got = yield f"{name}{n}"
            if got:
                print("sent", got)
            n += 1
    except GeneratorExit:
        print("exit", name)
        raise
    finally:
        print("close", name)


async def slow_square(x):
    await asyncio.sleep(0)
    return x * x


def times(k):
    return lambda s: s.map(lambda v: v * k)


async def main():
    print(await Stream.range(10).map(slow_square).filter(lambda v: v % 2).collect())
    print(await Stream.of("a", "", "bc", None).filter().collect(tuple))
    print(await Stream.range(1, 8).chunk(3).collect())
    print(await Stream.range(100).window(3).take(4).collect())
    print(await Stream.range(1, 6).reduce(lambda a, b: a * b))
    print(await (Stream.range(4) | times(3) | times(2)).collect(set) == {0, 6, 12, 18})
    async for t in Ticker(3):
        print("tick", t)
    print([t async for t in Ticker(4, 0) if t != 2], {t: t * t async for t in Ticker(3, 0)})
    got = sorted([x async for x in merge(Ticker(3), Stream.of(10, 20), Stream.range(5, 7))])
    print(got)
    async with aclosing(resource_gen("r")) as g:
        print(await anext(g), await g.asend("hello"), await anext(g))
    g = resource_gen("s")
    print(await g.__anext__())
    try:
        await g.athrow(ValueError("boom"))
    except ValueError as e:
        print("got", e)
    print(await anext(g, "finished"))
    async with aclosing(merge(Ticker(100), Ticker(100))) as m:
        async for x in m:
            if x > 2:
                break
    noise = [round(rng.gauss(0, 1), 4) for _ in range(3)]
    print(noise, rng.choices("abc", weights=[1, 2, 3], k=6), rng.sample(range(50), 4))


asyncio.run(main())
