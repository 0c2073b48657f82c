import asyncio
from typing import AsyncIterator


async def source(lines) -> AsyncIterator[str]:
    for line in lines:
        await asyncio.sleep(0)
        yield line


async def parse(stream):
    async for line in stream:
        try:
            key, value = line.split("=", 1)
            yield key.strip(), int(value)
        except ValueError as e:
            print("skip", repr(line), "-", type(e).__name__)


async def batch(stream, size):
    buf = []
    async for item in stream:
        buf.append(item)
        if len(buf) == size:
            yield buf
            buf = []
    if buf:
        yield buf


async def windowed(stream, n):
    window = []
    async for x in stream:
        window = (window + [x])[-n:]
        if len(window) == n:
            yield tuple(window)


async def merge(*streams):
    queue = asyncio.Queue()
    done = object()

    async def pump(s):
        try:
            async for item in s:
                await queue.put(item)
        finally:
            await queue.put(done)

    tasks = [asyncio.create_task(pump(s)) for s in streams]
    left = len(tasks)
    while left:
        item = await queue.get()
        if item is done:
            left -= 1
        else:
            yield item


async def main():
    lines = ["a=1", "b = 2", "oops", "c=3", "d=x", "e=5"]
    async for group in batch(parse(source(lines)), 2):
        print(group)
    print([w async for w in windowed(source("abcd"), 3)])
    merged = [x async for x in merge(source("xy"), source("12"))]
    print(sorted(merged), len(merged))
    totals = {}
    async for key, value in parse(source(["k=1", "k=2", "j=10"])):
        totals[key] = totals.get(key, 0) + value
    print(totals)


asyncio.run(main())
