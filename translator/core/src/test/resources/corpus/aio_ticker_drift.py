import asyncio


async def ticker(interval, times):
    loop = asyncio.get_running_loop()
    next_at = loop.time()
    for n in range(times):
        next_at += interval
        await asyncio.sleep(max(0, next_at - loop.time()))
        yield n


async def main():
    started = asyncio.get_running_loop().time()
    async for n in ticker(0.02, 4):
        elapsed = asyncio.get_running_loop().time() - started
        print(n, elapsed >= 0.02 * (n + 1) - 0.001)


asyncio.run(main())
