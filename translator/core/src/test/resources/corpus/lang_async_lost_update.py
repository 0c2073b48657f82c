import asyncio


class Shared:
    value = 0


async def read(x):
    await asyncio.sleep(0)
    return x


async def unsafe(shared):
    shared.value += await read(1)


async def careful(shared, lock):
    async with lock:
        current = shared.value
        await asyncio.sleep(0)
        shared.value = current + 1


total = 0


async def global_race():
    global total
    total += await read(1)


async def main():
    s = Shared()
    await asyncio.gather(*(unsafe(s) for _ in range(5)))
    print("unsafe", s.value)
    s.value = 0
    lock = asyncio.Lock()
    await asyncio.gather(*(careful(s, lock) for _ in range(5)))
    print("careful", s.value)
    await asyncio.gather(*(global_race() for _ in range(4)))
    print("global", total)
    items = [0]

    async def item_race():
        items[0] += await read(1)

    await asyncio.gather(item_race(), item_race(), item_race())
    print("items", items)
    n = 0

    async def closure_race():
        nonlocal n
        n = n + await read(1)

    await asyncio.gather(closure_race(), closure_race())
    print("closure", n)


asyncio.run(main())
