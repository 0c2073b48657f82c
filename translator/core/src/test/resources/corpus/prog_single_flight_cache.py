"""TTL cache with single-flight and LRU, an injected clock; stats."""
import asyncio
import functools
import heapq
from collections import OrderedDict
from typing import Any, Callable, Generic, Hashable, NamedTuple, Optional, TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class Clock:
    def __init__(self, now: float = 0.0):
        self.now = now

    def __call__(self) -> float:
        return self.now

    def advance(self, by: float) -> None:
        self.now += by


class Entry(NamedTuple):
    value: Any
    expires: float
    hits: int = 0

    @property
    def label(self) -> str:
        return f"{self.value}@{self.expires:g}"


class TTLCache(Generic[K, V]):
    def __init__(self, maxsize: int, ttl: float, clock: Callable[[], float]):
        self._data: OrderedDict[K, Entry] = OrderedDict()
        self._pending: dict[K, asyncio.Future[V]] = {}
        self.maxsize, self.ttl, self.clock = maxsize, ttl, clock
        self.hits = self.misses = self.evictions = self.joined = 0

    def __len__(self) -> int:
        self._purge()
        return len(self._data)

    def __contains__(self, key: K) -> bool:
        e = self._data.get(key)
        return e is not None and e.expires > self.clock()

    def __getitem__(self, key: K) -> V:
        if key not in self:
            raise KeyError(key)
        entry = self._data[key]
        self._data[key] = entry._replace(hits=entry.hits + 1)
        self._data.move_to_end(key)
        return entry.value

    def __setitem__(self, key: K, value: V) -> None:
        self._data[key] = Entry(value, self.clock() + self.ttl)
        self._data.move_to_end(key)
        while len(self._data) > self.maxsize:
            old, gone = self._data.popitem(last=False)
            self.evictions += 1

    def __delitem__(self, key: K) -> None:
        del self._data[key]

    def __iter__(self):
        return iter(list(self._data))

    def _purge(self) -> None:
        now = self.clock()
        for k in [k for k, e in self._data.items() if e.expires <= now]:
            del self._data[k]

    async def get_or_load(self, key: K, loader: Callable[[K], Any]) -> V:
        try:
            value = self[key]
            self.hits += 1
            return value
        except KeyError:
            pass
        if key in self._pending:
            self.joined += 1
            return await asyncio.shield(self._pending[key])
        self.misses += 1
        fut = asyncio.get_running_loop().create_future()
        self._pending[key] = fut
        try:
            value = await loader(key)
        except Exception as exc:
            fut.set_exception(exc)
            fut.exception()
            raise
        else:
            self[key] = value
            fut.set_result(value)
            return value
        finally:
            del self._pending[key]


def cached(cache: TTLCache, key: Optional[Callable[..., Any]] = None):
    def deco(fn):
        @functools.wraps(fn)
        async def wrapper(*args, **kwargs):
            k = key(*args, **kwargs) if key else (args, tuple(sorted(kwargs.items())))
            return await cache.get_or_load(k, lambda _: fn(*args, **kwargs))
        wrapper.cache = cache
        wrapper.invalidate = lambda *a, **k: cache._data.pop((a, tuple(sorted(k.items()))), None)
        return wrapper
    return deco


async def main():
    clock = Clock()
    cache: TTLCache[tuple, str] = TTLCache(3, 10.0, clock)
    loads: list = []

    @cached(cache)
    async def fetch(name: str, *, upper: bool = False) -> str:
        loads.append(name)
        await asyncio.sleep(0.001)
        if name.startswith("!"):
            raise LookupError(name[1:])
        return name.upper() if upper else name

    print(await asyncio.gather(*[fetch("x") for _ in range(4)], fetch("x", upper=True)))
    print(loads, cache.hits, cache.misses, cache.joined)
    res = await asyncio.gather(fetch("!bad"), fetch("!bad"), return_exceptions=True)
    print([repr(r) for r in res])
    for name in "abc":
        await fetch(name)
    print(list(cache), len(cache), cache.evictions)
    clock.advance(10)
    print(len(cache), ("a",) in cache)
    print(await fetch("a"), fetch.invalidate("a"), fetch.invalidate("zz"))
    cache[("k",)] = "v"
    print(cache[("k",)], cache._data[("k",)], cache._data[("k",)].label)
    try:
        cache[("nope",)]
    except KeyError as e:
        print("KeyError", e)
    del cache[("k",)]
    print(bool(cache), [*cache], fetch.cache is cache)


asyncio.run(main())
