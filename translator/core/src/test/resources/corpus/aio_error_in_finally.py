import asyncio


async def child():
    try:
        await asyncio.sleep(1)
    finally:
        raise RuntimeError("cleanup failed")


async def main():
    task = asyncio.create_task(child())
    await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except RuntimeError as e:
        print(e, type(e.__context__).__name__)
    print(task.cancelled(), task.done())

    async def swallow():
        try:
            await asyncio.sleep(1)
        except asyncio.CancelledError:
            return "swallowed"

    task = asyncio.create_task(swallow())
    await asyncio.sleep(0)
    print(task.cancel("stop it"), task.cancelling())
    print(await task, task.cancelled())
    print(task.cancel())


asyncio.run(main())
