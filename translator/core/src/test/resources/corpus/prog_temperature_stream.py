import asyncio
import random
import statistics
from collections import deque


async def sensor(name, seed, n):
    rng = random.Random(seed)
    value = 20.0
    for _ in range(n):
        value += rng.gauss(0, 0.8)
        await asyncio.sleep(0)
        yield name, round(value, 2)


async def merge(*streams):
    queue = asyncio.Queue()
    done = object()

    async def pump(stream):
        async for item in stream:
            await queue.put(item)
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
    recent = {"roof": deque(maxlen=3), "cellar": deque(maxlen=3)}
    alarms = 0
    count = 0
    async for name, value in merge(sensor("roof", 1, 6), sensor("cellar", 2, 6)):
        recent[name].append(value)
        count += 1
        if len(recent[name]) == 3 and statistics.pstdev(recent[name]) > 0.9:
            alarms += 1
    print(count, alarms)
    for name, values in recent.items():
        print(name, list(values), f"{statistics.fmean(values):.3f}")


asyncio.run(main())
