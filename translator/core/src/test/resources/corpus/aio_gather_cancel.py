import asyncio


async def work(n):
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        print("cancelled", n)
        raise


async def main():
    group = asyncio.gather(work(1), work(2))
    await asyncio.sleep(0)
    group.cancel()
    try:
        await group
    except asyncio.CancelledError:
        print("group cancelled", group.cancelled())

    t = asyncio.create_task(asyncio.sleep(0.001, "same"))
    print(await asyncio.gather(t, t, asyncio.sleep(0, "other")))
    print(await asyncio.gather())
    results = await asyncio.gather(work(3), fail(), return_exceptions=True) if False else []
    print(results)


async def fail():
    raise ValueError


asyncio.run(main())
