import asyncio


async def main():
    loop = asyncio.get_running_loop()
    print(loop.is_running(), loop.is_closed(), loop.get_debug())
    future = asyncio.Future()
    loop.call_soon(future.set_result, "set")
    print(await future)
    later = loop.create_future()
    handle = loop.call_later(0.01, later.set_result, None)
    print(handle.cancelled(), handle.when() > loop.time())
    await later
    print(asyncio.isfuture(later), later.done())
    task = loop.create_task(asyncio.sleep(0, 5), name="five")
    print(await task, task.get_name())


asyncio.run(main(), debug=False)
