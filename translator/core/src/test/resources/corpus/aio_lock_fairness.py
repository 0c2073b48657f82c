"""A lock is first come, first served: a cancelled waiter is skipped, a late comer does not pass."""
import asyncio

order = []


async def worker(name, lock):
    order.append(f"{name} asks")
    async with lock:
        order.append(f"{name} has it")
        await asyncio.sleep(0)
    order.append(f"{name} left")


async def main():
    lock = asyncio.Lock()
    await lock.acquire()
    a = asyncio.create_task(worker("a", lock))
    b = asyncio.create_task(worker("b", lock))
    c = asyncio.create_task(worker("c", lock))
    await asyncio.sleep(0)
    b.cancel()
    lock.release()
    print("locked after release:", lock.locked())
    order.append("main asks late")
    async with lock:
        order.append("main has it")
    results = await asyncio.gather(a, b, c, return_exceptions=True)
    print([type(r).__name__ for r in results])
    for line in order:
        print(line)
    try:
        lock.release()
    except RuntimeError as e:
        print("RuntimeError:", e)


asyncio.run(main())
