import asyncio


async def never():
    pass


async def main():
    task = asyncio.create_task(never())
    task.cancel("too early")
    try:
        await task
    except asyncio.CancelledError as e:
        print("cancelled", e.args, task.cancelled())
    try:
        task.result()
    except asyncio.CancelledError:
        print("no result")
    try:
        asyncio.create_task(never()).exception()
    except asyncio.InvalidStateError as e:
        print(e)


asyncio.run(main())
