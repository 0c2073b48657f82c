import asyncio


class Countdown:
    def __init__(self, start):
        self.current = start

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.current <= 0:
            raise StopAsyncIteration
        await asyncio.sleep(0)
        self.current -= 1
        return self.current + 1


class Resource:
    async def __aenter__(self):
        print("acquire")
        await asyncio.sleep(0)
        return self

    async def __aexit__(self, exc_type, exc, tb):
        print("release", exc_type.__name__ if exc_type else None)
        return exc_type is ValueError


async def main():
    print([n async for n in Countdown(4)])
    async for n in Countdown(10):
        if n == 8:
            break
    else:
        print("not reached")
    async with Resource() as r:
        print(isinstance(r, Resource))
    async with Resource():
        raise ValueError("swallowed")
    try:
        async with Resource():
            raise KeyError("passes")
    except KeyError as e:
        print("caught", e)


asyncio.run(main())
