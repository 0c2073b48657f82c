import asyncio


async def slow(label, delay):
    try:
        await asyncio.sleep(delay)
        return label
    except asyncio.CancelledError:
        print(label, "cancelled")
        raise


async def main():
    try:
        async with asyncio.timeout(1):
            try:
                async with asyncio.timeout(0.01):
                    await slow("inner", 5)
            except TimeoutError:
                print("inner timeout")
            print(await slow("after", 0))
    except TimeoutError:
        print("outer timeout")
    task = asyncio.create_task(slow("t", 5))
    await asyncio.sleep(0)
    task.cancel("stop it")
    try:
        await task
    except asyncio.CancelledError as e:
        print("args", e.args)
    print(await asyncio.wait_for(slow("quick", 0.001), timeout=1))
    print(task.cancelled(), task.done())


asyncio.run(main())
