import asyncio

STOP = object()


async def produce(q, n):
    for i in range(n):
        await q.put({"id": i, "payload": "x" * i})
    await q.put(STOP)


async def consume(q, name):
    total = 0
    while True:
        item = await q.get()
        if item is STOP:
            await q.put(STOP)
            return name, total
        total += len(item["payload"])
        await asyncio.sleep(0)


async def main():
    q = asyncio.Queue(maxsize=2)
    results = await asyncio.gather(produce(q, 6), consume(q, "a"), consume(q, "b"))
    totals = dict(r for r in results if r)
    print(sorted(totals), sum(totals.values()))


asyncio.run(main())
