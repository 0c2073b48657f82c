"""notify(n) wakes the first n, in order, as they get the lock back."""
import asyncio


async def waiter(name, cond, log):
    async with cond:
        await cond.wait()
        log.append(name)


async def main():
    cond = asyncio.Condition()
    log = []
    tasks = [asyncio.create_task(waiter(i, cond, log)) for i in range(5)]
    await asyncio.sleep(0)
    async with cond:
        cond.notify(2)
        print("still asleep", log)
    await asyncio.sleep(0.01)
    print("two", log)
    async with cond:
        cond.notify()
    await asyncio.sleep(0.01)
    print("three", log)
    async with cond:
        cond.notify_all()
    await asyncio.gather(*tasks)
    print("all", log)
    try:
        cond.notify()
    except RuntimeError as e:
        print("RuntimeError:", e)

    items = []

    async def consume():
        async with cond:
            await cond.wait_for(lambda: len(items) >= 3)
            return sum(items)

    task = asyncio.create_task(consume())
    for n in (1, 2, 3):
        async with cond:
            items.append(n * 10)
            cond.notify_all()
        await asyncio.sleep(0)
    print(await task)


asyncio.run(main())
