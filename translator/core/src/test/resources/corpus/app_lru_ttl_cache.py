"""An LRU cache with time to live, per-key locks against stampedes, and statistics."""
import asyncio
import functools
from collections import OrderedDict
from typing import Any, Awaitable, Callable, NamedTuple


class Entry(NamedTuple):
    value: Any
    expires: float


class Stats:
    def __init__(self):
        self.hits = self.misses = self.evictions = self.expirations = 0

    def __repr__(self):
        return f"Stats(hits={self.hits}, misses={self.misses}, evictions={self.evictions}, expirations={self.expirations})"


class TTLCache:
    def __init__(self, capacity: int, ttl: float):
        self.capacity = capacity
        self.ttl = ttl
        self.entries: OrderedDict[str, Entry] = OrderedDict()
        self.locks: dict[str, asyncio.Lock] = {}
        self.stats = Stats()

    def __len__(self):
        return len(self.entries)

    def __contains__(self, key):
        return key in self.entries

    def _now(self):
        return asyncio.get_running_loop().time()

    def _lookup(self, key):
        entry = self.entries.get(key)
        if entry is None:
            return None
        if entry.expires <= self._now():
            del self.entries[key]
            self.stats.expirations += 1
            return None
        self.entries.move_to_end(key)
        return entry

    async def get(self, key: str, load: Callable[[str], Awaitable[Any]]):
        entry = self._lookup(key)
        if entry is not None:
            self.stats.hits += 1
            return entry.value
        lock = self.locks.setdefault(key, asyncio.Lock())
        async with lock:
            entry = self._lookup(key)
            if entry is not None:
                self.stats.hits += 1
                return entry.value
            self.stats.misses += 1
            value = await load(key)
            self.entries[key] = Entry(value, self._now() + self.ttl)
            while len(self.entries) > self.capacity:
                oldest, _ = self.entries.popitem(last=False)
                self.locks.pop(oldest, None)
                self.stats.evictions += 1
            return value


loads = []


async def load(key):
    loads.append(key)
    await asyncio.sleep(0.01)
    return key.upper() * 2


async def main():
    cache = TTLCache(capacity=3, ttl=0.1)
    values = await asyncio.gather(*(cache.get("a", load) for _ in range(5)))
    print(values, loads, cache.stats)
    for key in "bcd":
        await cache.get(key, load)
    print(list(cache.entries), "a" in cache, len(cache))
    await cache.get("b", load)
    await cache.get("e", load)
    print(list(cache.entries), sorted(cache.locks))
    await asyncio.sleep(0.15)
    print(await cache.get("b", load), cache.stats)
    print(loads)


asyncio.run(main())
