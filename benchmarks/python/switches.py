"""Tasks that hand items to each other, and do little else."""

import asyncio


async def produce(queue: asyncio.Queue, items: int) -> None:
    for i in range(items):
        await queue.put(i)
        await asyncio.sleep(0)
    await queue.put(-1)


async def consume(queue: asyncio.Queue) -> int:
    total = 0
    while True:
        item = await queue.get()
        if item < 0:
            return total
        total += item


async def pair(items: int) -> int:
    queue: asyncio.Queue = asyncio.Queue(4)
    producer = asyncio.create_task(produce(queue, items))
    total = await consume(queue)
    await producer
    return total


async def pairs(items: int) -> int:
    totals = await asyncio.gather(*[pair(items) for _ in range(20)])
    return sum(totals)


def work(items: int) -> int:
    return asyncio.run(pairs(items))
