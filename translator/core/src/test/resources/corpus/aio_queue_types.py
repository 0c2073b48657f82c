import asyncio
from dataclasses import dataclass, field
from typing import Any


@dataclass(order=True)
class Item:
    priority: int
    value: Any = field(compare=False)


async def drain(queue):
    out = []
    while not queue.empty():
        out.append(await queue.get())
    return out


async def main():
    fifo, lifo, prio = asyncio.Queue(), asyncio.LifoQueue(), asyncio.PriorityQueue()
    for n in (3, 1, 2):
        for q in (fifo, lifo, prio):
            await q.put(n)
    print(await drain(fifo), await drain(lifo), await drain(prio))
    items = asyncio.PriorityQueue()
    for p, v in [(2, "b"), (1, {"a": 1}), (3, None)]:
        items.put_nowait(Item(p, v))
    print([i.value for i in await drain(items)])
    pairs = asyncio.PriorityQueue(maxsize=2)
    pairs.put_nowait((5, "five"))
    pairs.put_nowait((1, "one"))
    print(pairs.full(), pairs.get_nowait(), pairs.qsize())


asyncio.run(main())
