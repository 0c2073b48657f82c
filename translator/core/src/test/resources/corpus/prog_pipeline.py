import asyncio


async def source(n):
    for i in range(1, n + 1):
        await asyncio.sleep(0)
        yield i


async def keep(stream, predicate):
    async for x in stream:
        if predicate(x):
            yield x


async def apply(stream, function):
    async for x in stream:
        yield function(x)


async def batch(stream, size):
    group = []
    async for x in stream:
        group.append(x)
        if len(group) == size:
            yield group
            group = []
    if group:
        yield group


async def main():
    evens = keep(source(10), lambda x: x % 2 == 0)
    squares = apply(evens, lambda x: x * x)
    async for group in batch(squares, 2):
        print(group, sum(group))


asyncio.run(main())
