import asyncio


async def sleeper():
    try:
        print("sleeping")
        await asyncio.sleep(100)
    except asyncio.CancelledError:
        print("cancelled, cleaning")
        raise
    finally:
        print("finally")


async def stubborn():
    try:
        await asyncio.sleep(100)
    except asyncio.CancelledError:
        print("ignored")
    return "survived"


async def never():
    print("never runs")


async def main():
    t = asyncio.create_task(sleeper())
    await asyncio.sleep(0.01)
    t.cancel()
    try:
        await t
    except asyncio.CancelledError:
        print("main saw cancel", t.cancelled(), t.done())
    s = asyncio.create_task(stubborn())
    await asyncio.sleep(0)
    s.cancel()
    print(await s, s.cancelled())
    n = asyncio.create_task(never())
    n.cancel()
    try:
        await n
    except asyncio.CancelledError:
        print("never started")
    try:
        await asyncio.wait_for(asyncio.sleep(5), 0.01)
    except asyncio.TimeoutError as e:
        print("timeout", repr(e))
    try:
        async with asyncio.timeout(0.01):
            await asyncio.sleep(5)
    except TimeoutError:
        print("timeout ctx")
    async with asyncio.timeout(5) as cm:
        await asyncio.sleep(0)
    print(cm.expired())


asyncio.run(main())
