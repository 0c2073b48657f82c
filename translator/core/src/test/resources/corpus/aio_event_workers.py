import asyncio


async def worker(n, start, stop):
    await start.wait()
    count = 0
    while not stop.is_set():
        count += 1
        try:
            await asyncio.wait_for(stop.wait(), timeout=0.01)
        except asyncio.TimeoutError:
            pass
    return n, count > 1


async def main():
    start, stop = asyncio.Event(), asyncio.Event()
    tasks = [asyncio.create_task(worker(i, start, stop)) for i in range(3)]
    await asyncio.sleep(0.005)
    start.set()
    await asyncio.sleep(0.05)
    stop.set()
    for t in tasks:
        print(await t)


asyncio.run(main())
