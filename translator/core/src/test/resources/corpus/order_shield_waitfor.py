import asyncio


async def slow(name, delay):
    try:
        await asyncio.sleep(delay)
        print(name, "done")
        return name
    except asyncio.CancelledError:
        print(name, "cancelled, cleaning")
        await asyncio.sleep(0.05)
        print(name, "cleaned")
        raise


async def late(delay):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        return "late value"


async def main():
    task = asyncio.create_task(slow("shielded", 0.1))
    try:
        await asyncio.wait_for(asyncio.shield(task), 0.02)
    except asyncio.TimeoutError:
        print("timeout, task done:", task.done())
    print(await task)

    try:
        await asyncio.wait_for(slow("plain", 1), 0.02)
    except asyncio.TimeoutError:
        print("after cleanup")

    try:
        print(await asyncio.wait_for(late(1), 0.01))
    except asyncio.TimeoutError:
        print("timed out, value lost")

    inner = asyncio.create_task(slow("inner", 0.05))

    async def outer():
        try:
            await asyncio.shield(inner)
        except asyncio.CancelledError:
            print("outer cancelled")
            raise

    o = asyncio.create_task(outer())
    await asyncio.sleep(0.01)
    o.cancel()
    await asyncio.wait([o])
    print(o.cancelled(), inner.done())
    print(await inner)
    s = asyncio.shield(asyncio.sleep(0, 5))
    print(await s)


asyncio.run(main())
