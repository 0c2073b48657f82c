import asyncio
from contextlib import asynccontextmanager
class Bus:
    @asynccontextmanager
    async def subscribe(self, pattern="*", *, maxsize=0):
        yield (pattern, maxsize)
async def listener(bus, name, out, **kw):
    async with bus.subscribe(**kw) as sub:
        print(sub)
async def main():
    bus = Bus()
    for name, kw in {"a": {}, "b": {"maxsize": 3, "pattern": "q"}}.items():
        await listener(bus, name, [], **kw)
asyncio.run(main())
