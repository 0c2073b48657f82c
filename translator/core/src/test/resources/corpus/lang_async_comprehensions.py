import asyncio


async def agen(n, delay=0):
    for i in range(n):
        await asyncio.sleep(delay)
        yield i


async def double(x):
    await asyncio.sleep(0)
    return x * 2


async def pipeline(source, *stages):
    async for item in source:
        for stage in stages:
            item = await stage(item)
        yield item


async def take(n, source):
    if n <= 0:
        return
    async for item in source:
        yield item
        n -= 1
        if n == 0:
            break


async def main():
    print([i async for i in agen(4)])
    print([await double(i) for i in range(3)])
    print([await double(i) async for i in agen(3) if i != 1])
    print({i: await double(i) async for i in agen(2)})
    print({i % 2 async for i in agen(5)})
    g = (i * 10 async for i in agen(3))
    print([x async for x in g])
    print([x async for x in pipeline(agen(3), double, double)])
    print([x async for x in take(2, agen(10))], [x async for x in take(0, agen(3))])
    total = 0
    async for i in agen(5):
        if i == 1:
            continue
        if i == 4:
            break
        total += i
    else:
        print("no break")
    print(total)
    results = await asyncio.gather(*(double(i) for i in range(4)))
    print(results, sum([i async for i in agen(4)]))
    print([(a, b) async for a in agen(2) for b in "xy"])
    print([[j async for j in agen(i)] for i in range(3)])

    async def collect(source):
        return [x async for x in source]

    tasks = [asyncio.create_task(collect(agen(n))) for n in (1, 2)]
    print(await asyncio.gather(*tasks))


asyncio.run(main())
