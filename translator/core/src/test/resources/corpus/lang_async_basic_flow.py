import asyncio
import time


async def step(n, delay):
    start = time.monotonic()
    await asyncio.sleep(delay)
    return n, round(time.monotonic() - start, 1)


async def chain(n):
    total = 0
    for i in range(n):
        value, _ = await step(i, 0)
        total += value
    return total


async def ticker(interval, times):
    for i in range(times):
        await asyncio.sleep(interval)
        yield i


class AsyncThing:
    def __init__(self, n):
        self.n = n

    def __await__(self):
        async def run():
            await asyncio.sleep(0)
            return self.n * 2

        return run().__await__()


async def main():
    print(await step(1, 0.1), await chain(4))
    tasks = [asyncio.create_task(step(i, 0.3 - i / 10)) for i in range(3)]
    for t in asyncio.as_completed(tasks):
        print(await t)
    print([i async for i in ticker(0.01, 3)])
    results = {}

    async def put(k, v):
        await asyncio.sleep(0)
        results[k] = v

    await asyncio.gather(*(put(c, i) for i, c in enumerate("abc")))
    print(results)
    print(await AsyncThing(21))
    coro = chain(3)
    print(asyncio.iscoroutine(coro), asyncio.iscoroutinefunction(chain), await coro)
    loop = asyncio.get_running_loop()
    print(await loop.run_in_executor(None, sum, [1, 2, 3]))
    print(await asyncio.to_thread(lambda a, b=2: a * b, 21))


asyncio.run(main())
