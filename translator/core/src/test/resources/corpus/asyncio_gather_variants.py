import asyncio


async def value(x, delay=0):
    await asyncio.sleep(delay)
    return x


async def boom():
    raise KeyError("boom")


async def main():
    print(await asyncio.gather())
    a, b = await asyncio.gather(value(1, 0.002), value(2))
    print(a, b)
    tasks = [asyncio.create_task(value(i)) for i in range(3)]
    print(await asyncio.gather(*tasks), [t.result() for t in tasks])
    results = await asyncio.gather(value("x"), boom(), return_exceptions=True)
    print([type(r).__name__ for r in results])
    done = 0
    for coro in asyncio.as_completed([value(i, 0.001 * i) for i in range(3)]):
        done += await coro
    print(done)
    names = ["n1", "n2"]
    by_name = dict(zip(names, await asyncio.gather(*(value(n.upper()) for n in names))))
    print(by_name)


asyncio.run(main())
