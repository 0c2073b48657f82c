import asyncio
import random
import statistics


async def producer(name, queue, n):
    for i in range(n):
        await asyncio.sleep(0.001)
        await queue.put((name, i, random.Random(i).randint(1, 100)))
    await queue.put((name, None, None))


async def consumer(queue, producers, totals):
    finished = 0
    while finished < producers:
        name, i, value = await queue.get()
        if i is None:
            finished += 1
        else:
            totals.setdefault(name, []).append(value)
        queue.task_done()


async def main():
    queue = asyncio.Queue(maxsize=3)
    totals = {}
    producers = [asyncio.create_task(producer(f"p{k}", queue, 4 + k)) for k in range(3)]
    worker = asyncio.create_task(consumer(queue, len(producers), totals))
    await asyncio.gather(*producers)
    await queue.join()
    await worker
    for name in sorted(totals):
        values = totals[name]
        print(name, values, round(statistics.mean(values), 2), statistics.median(values))


asyncio.run(main())
