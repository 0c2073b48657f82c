import asyncio
from functools import wraps
import weft

def cached(ttl):
    def decorate(function):
        store = {}
        @wraps(function)
        async def wrapper(self, key):
            now = asyncio.get_running_loop().time()
            if key in store and store[key][1] > now:
                return store[key][0] + " (cached)"
            value = await function(self, key)
            store[key] = (value, now + ttl)
            return value
        return wrapper
    return decorate

class CacheAsync(weft.Node):
    @cached(ttl=1.0)
    async def lookup(self, key):
        """Looks up."""
        await asyncio.sleep(0.3)
        if key == "bad":
            raise LookupError(f"no {key}")
        return key.upper()

    async def process(self, key):
        return await self.lookup(key)
