import asyncio
from contextlib import asynccontextmanager, contextmanager
class Bus:
    @asynccontextmanager
    async def subscribe(self, pattern="*", *, maxsize=0):
        yield (pattern, maxsize)
    @contextmanager
    def local(self, pattern="*", *, maxsize=0):
        yield (pattern, maxsize)
@contextmanager
def free(a, b=2):
    yield a, b
async def listener(bus, **kw):
    async with bus.subscribe(**kw) as sub:
        print(sub)
    with bus.local(**kw) as sub:
        print(sub)
    args = [1]
    with free(*args) as sub:
        print(sub)
    with free(**{"a": 4}) as sub:
        print(sub)
async def main():
    await listener(Bus(), pattern="x")
    await listener(Bus(), pattern="x", maxsize=2)
asyncio.run(main())
