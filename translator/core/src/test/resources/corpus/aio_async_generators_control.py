import asyncio


async def averager():
    total, count, average = 0.0, 0, None
    try:
        while True:
            try:
                value = yield average
            except ValueError as e:
                print("reset:", e)
                total, count, average = 0.0, 0, None
                continue
            if value is None:
                continue
            await asyncio.sleep(0)
            total += value
            count += 1
            average = total / count
    finally:
        print("closing after", count)


async def countdown(n):
    while n:
        yield n
        n -= 1
        await asyncio.sleep(0.001)


async def flatten(*sources):
    for source in sources:
        async for item in source:
            yield item


async def take(n, source):
    i = 0
    async for item in source:
        if i >= n:
            break
        yield item
        i += 1


async def main():
    avg = averager()
    print(await avg.asend(None))
    for v in (10, 20, 60):
        print(await avg.asend(v))
    print(await avg.athrow(ValueError("again")))
    print(await avg.asend(7))
    await avg.aclose()
    try:
        await avg.asend(1)
    except StopAsyncIteration:
        print("finished")

    print([x async for x in flatten(countdown(3), countdown(2))])
    print({x: x * x async for x in countdown(4) if x % 2 == 0})
    print(sorted({x % 2 async for x in countdown(5)}), sum([x async for x in countdown(4)]))
    print([x async for x in take(2, countdown(9))])
    print([[y async for y in countdown(x)] for x in range(3)])
    pairs = [(a, b) async for a in countdown(2) for b in "xy"]
    print(pairs)
    gen = (i * 2 async for i in countdown(3))
    print(await anext(gen), await gen.__anext__(), await anext(gen), await anext(gen, "default"))
    it = aiter(countdown(1))
    print(await anext(it))
    try:
        await anext(it)
    except StopAsyncIteration:
        print("stop")
    values = [await c for c in (asyncio.sleep(0, 1), asyncio.sleep(0, 2))]
    print(values)
    bad = averager()
    await anext(bad)
    try:
        await bad.athrow(KeyError("x"))
    except KeyError as e:
        print("thrown through", e)


asyncio.run(main())
