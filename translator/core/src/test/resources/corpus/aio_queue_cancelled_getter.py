import asyncio


async def getter(q, name):
    try:
        item = await q.get()
        print(name, "got", item)
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise


async def main():
    q = asyncio.Queue()
    a = asyncio.create_task(getter(q, "a"))
    b = asyncio.create_task(getter(q, "b"))
    await asyncio.sleep(0)
    a.cancel()
    q.put_nowait(1)
    await asyncio.sleep(0.001)
    print(a.cancelled(), b.done(), q.qsize())
    try:
        await asyncio.wait_for(q.get(), 0.005)
    except asyncio.TimeoutError:
        print("nothing came")
    q.put_nowait("left")
    print(q.get_nowait())


asyncio.run(main())
