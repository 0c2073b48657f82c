import asyncio


async def critical(lock, name, log):
    async with lock:
        log.append(f"{name} in")
        await asyncio.sleep(0)
        log.append(f"{name} out")


async def limited(sem, i, active):
    async with sem:
        active.append(i)
        print("active", i, len(active))
        await asyncio.sleep(0.02 * (i + 1))
        active.remove(i)


async def waiter(event, name):
    print(name, "waiting")
    await event.wait()
    print(name, "go")


async def main():
    lock = asyncio.Lock()
    log = []
    await asyncio.gather(*(critical(lock, n, log) for n in "abc"))
    print(log, lock.locked())
    sem = asyncio.Semaphore(2)
    active = []
    await asyncio.gather(*(limited(sem, i, active) for i in range(5)))
    event = asyncio.Event()
    tasks = [asyncio.create_task(waiter(event, f"t{i}")) for i in range(3)]
    await asyncio.sleep(0)
    event.set()
    await asyncio.gather(*tasks)
    print(event.is_set())
    cond = asyncio.Condition()
    items = []

    async def consume():
        async with cond:
            while not items:
                await cond.wait()
            print("consumed", items.pop())

    async def produce():
        async with cond:
            items.append(42)
            cond.notify()

    await asyncio.gather(consume(), produce())
    await lock.acquire()
    try:
        print("locked", lock.locked())
    finally:
        lock.release()


asyncio.run(main())
