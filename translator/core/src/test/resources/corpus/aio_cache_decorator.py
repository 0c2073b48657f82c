import asyncio
import functools
import time


def async_cache(ttl=None):
    def decorator(func):
        cache = {}
        locks = {}

        @functools.wraps(func)
        async def wrapper(*args):
            lock = locks.setdefault(args, asyncio.Lock())
            async with lock:
                if args in cache:
                    value, stamp = cache[args]
                    if ttl is None or asyncio.get_running_loop().time() - stamp < ttl:
                        wrapper.hits += 1
                        return value
                value = await func(*args)
                cache[args] = (value, asyncio.get_running_loop().time())
                return value

        wrapper.hits = 0
        wrapper.clear = cache.clear
        return wrapper

    return decorator


calls = []


@async_cache(ttl=0.5)
async def lookup(name, size=1):
    """Looks things up."""
    calls.append(name)
    await asyncio.sleep(0.01)
    return name.upper() * size


async def main():
    print(await asyncio.gather(lookup("a"), lookup("b", 2), lookup("a")))
    print(calls, lookup.hits, lookup.__name__, lookup.__doc__)
    await asyncio.sleep(0.6)
    print(await lookup("a"), calls, lookup.hits)
    lookup.clear()
    await lookup("b", 2)
    print(len(calls))


asyncio.run(main())
