import asyncio


async def ok(n, delay):
    await asyncio.sleep(delay)
    print("finished", n)
    return n


async def bad():
    await asyncio.sleep(0.005)
    raise ValueError("bad one")


async def main():
    tasks = [asyncio.create_task(ok(1, 0.001)), asyncio.create_task(bad()), asyncio.create_task(ok(2, 0.02))]
    try:
        await asyncio.gather(*tasks)
    except ValueError as e:
        print("gather raised", e)
    print([t.done() for t in tasks])
    await tasks[2]
    results = await asyncio.gather(ok(3, 0), bad(), return_exceptions=True)
    for r in results:
        print(type(r).__name__, r)


asyncio.run(main())
