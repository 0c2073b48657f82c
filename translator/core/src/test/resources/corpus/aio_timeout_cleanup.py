import asyncio


async def operation():
    try:
        await asyncio.sleep(1)
    finally:
        print("cleanup starts")
        await asyncio.sleep(0.01)
        print("cleanup ends")


async def main():
    try:
        async with asyncio.timeout(0.01) as cm:
            await operation()
    except TimeoutError as e:
        print("timeout", repr(e), cm.expired())
        print(type(e.__cause__).__name__)
    async with asyncio.timeout(1) as cm:
        await asyncio.sleep(0)
        cm.reschedule(asyncio.get_running_loop().time() + 2)
    print(cm.expired())
    try:
        async with asyncio.timeout(0):
            await asyncio.sleep(0.5)
    except asyncio.TimeoutError:
        print("at once")
    try:
        await asyncio.wait_for(operation(), timeout=0.001)
    except asyncio.TimeoutError:
        print("wait_for done")


asyncio.run(main())
