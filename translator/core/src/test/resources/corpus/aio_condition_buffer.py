import asyncio
from collections import deque


class Buffer:
    def __init__(self, size):
        self.items = deque()
        self.size = size
        self.not_full = asyncio.Condition()
        self.max_seen = 0

    async def put(self, item):
        async with self.not_full:
            await self.not_full.wait_for(lambda: len(self.items) < self.size)
            self.items.append(item)
            self.max_seen = max(self.max_seen, len(self.items))
            self.not_full.notify_all()

    async def get(self):
        async with self.not_full:
            while not self.items:
                await self.not_full.wait()
            item = self.items.popleft()
            self.not_full.notify_all()
            return item


async def main():
    buffer = Buffer(2)
    got = []

    async def producer(start):
        for n in range(start, start + 4):
            await buffer.put(n)

    async def consumer():
        for _ in range(8):
            got.append(await buffer.get())

    await asyncio.gather(producer(0), producer(100), consumer())
    print(sorted(got), buffer.max_seen)


asyncio.run(main())
