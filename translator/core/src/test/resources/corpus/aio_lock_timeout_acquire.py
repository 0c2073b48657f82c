import asyncio


async def holder(lock, seconds):
    async with lock:
        await asyncio.sleep(seconds)


async def try_lock(lock, timeout):
    try:
        await asyncio.wait_for(lock.acquire(), timeout)
    except asyncio.TimeoutError:
        return False
    lock.release()
    return True


async def main():
    lock = asyncio.Lock()
    task = asyncio.create_task(holder(lock, 0.05))
    await asyncio.sleep(0)
    print(await try_lock(lock, 0.01), lock.locked())
    print(await try_lock(lock, 1), lock.locked())
    await task
    print(await try_lock(lock, 0.01))


asyncio.run(main())
