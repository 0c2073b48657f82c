import asyncio
from contextlib import asynccontextmanager, contextmanager


async def ticker(n):
    for i in range(n):
        await asyncio.sleep(0)
        yield i


async def doubled(source):
    async for x in source:
        yield x * 2


class Countdown:
    def __init__(self, n):
        self.n = n

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.n <= 0:
            raise StopAsyncIteration
        self.n -= 1
        await asyncio.sleep(0)
        return self.n


class Resource:
    def __init__(self, name):
        self.name = name

    async def __aenter__(self):
        print("open", self.name)
        return self

    async def __aexit__(self, exc_type, exc, tb):
        print("close", self.name, exc_type is not None)
        return False


@asynccontextmanager
async def session(name):
    print("enter", name)
    try:
        yield name.upper()
    finally:
        print("leave", name)


@contextmanager
def timer(label):
    print("begin", label)
    yield label
    print("end", label)


async def main():
    async for x in ticker(3):
        print(x)
    print([x async for x in doubled(ticker(4))])
    print({x: x * x async for x in ticker(2)})
    async for c in Countdown(2):
        print("cd", c)
    async with Resource("r") as r:
        print("using", r.name)
    try:
        async with Resource("bad"):
            raise ValueError("x")
    except ValueError as e:
        print("got", e)
    async with session("s") as s:
        print(s)
    with timer("t") as t:
        print(t)
    agen = ticker(5)
    print(await anext(agen), await agen.__anext__())
    await agen.aclose()


asyncio.run(main())
