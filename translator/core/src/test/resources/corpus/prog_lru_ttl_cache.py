import asyncio
import time
from collections import OrderedDict
from functools import wraps


class TTLCache:
    def __init__(self, maxsize=3, ttl=1.0, clock=time.monotonic):
        self.maxsize, self.ttl, self.clock = maxsize, ttl, clock
        self._data = OrderedDict()
        self.hits = self.misses = self.evictions = 0

    def get(self, key, default=None):
        try:
            expires, value = self._data[key]
        except KeyError:
            self.misses += 1
            return default
        if expires < self.clock():
            del self._data[key]
            self.misses += 1
            return default
        self._data.move_to_end(key)
        self.hits += 1
        return value

    def put(self, key, value):
        self._data[key] = (self.clock() + self.ttl, value)
        self._data.move_to_end(key)
        while len(self._data) > self.maxsize:
            oldest, _ = self._data.popitem(last=False)
            self.evictions += 1
            print("evict", oldest)

    def __len__(self):
        return len(self._data)

    def __contains__(self, key):
        return key in self._data

    @property
    def stats(self):
        return {"hits": self.hits, "misses": self.misses, "evictions": self.evictions}


def cached(cache):
    locks = {}

    def decorator(func):
        @wraps(func)
        async def wrapper(*args):
            lock = locks.setdefault(args, asyncio.Lock())
            async with lock:
                value = cache.get(args)
                if value is None:
                    value = await func(*args)
                    cache.put(args, value)
                return value

        wrapper.cache = cache
        return wrapper

    return decorator


cache = TTLCache(maxsize=2, ttl=0.5)


@cached(cache)
async def fetch(user, page=1):
    print("fetch", user, page)
    await asyncio.sleep(0.1)
    return f"{user}#{page}"


async def main():
    print(await asyncio.gather(fetch("ann"), fetch("ann"), fetch("bob", 2)))
    print(fetch.cache.stats, len(cache))
    await asyncio.sleep(1)
    print(await fetch("ann"))
    print(await fetch("carl"), await fetch("dave"))
    print(("ann",) in cache, ("dave",) in cache, fetch.__name__)
    print(cache.stats)


asyncio.run(main())
