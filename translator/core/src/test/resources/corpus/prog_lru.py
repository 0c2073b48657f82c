import asyncio
from collections import OrderedDict


class LRUCache:
    def __init__(self, capacity):
        self.capacity = capacity
        self.items = OrderedDict()
        self.hits = 0
        self.misses = 0
        self.lock = asyncio.Lock()

    async def get(self, key, loader):
        async with self.lock:
            if key in self.items:
                self.hits += 1
                self.items.move_to_end(key)
                return self.items[key]
            self.misses += 1
        value = await loader(key)
        async with self.lock:
            self.items[key] = value
            self.items.move_to_end(key)
            if len(self.items) > self.capacity:
                old, _ = self.items.popitem(last=False)
                print("evict", old)
        return value


async def load(key):
    await asyncio.sleep(0.001)
    return key * 10


async def main():
    cache = LRUCache(2)
    for k in [1, 2, 1, 3, 2]:
        print(k, await cache.get(k, load))
    print(cache.hits, cache.misses, list(cache.items))


asyncio.run(main())
