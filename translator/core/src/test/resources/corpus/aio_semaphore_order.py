import asyncio

log = []


async def use(name, sem, hold):
    async with sem:
        log.append(f"+{name}")
        await asyncio.sleep(hold)
    log.append(f"-{name}")


async def main():
    sem = asyncio.Semaphore(2)
    tasks = [asyncio.create_task(use(n, sem, h)) for n, h in [("a", 0.01), ("b", 0.03), ("c", 0.01), ("d", 0.005)]]
    await asyncio.sleep(0)
    tasks[2].cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    print(log, sem.locked())
    acquired = await sem.acquire()
    print(acquired, sem.locked())
    sem.release()


asyncio.run(main())
