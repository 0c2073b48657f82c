import asyncio


async def reader(chunks):
    for c in chunks:
        yield c


async def main():
    q = asyncio.Queue()
    for i in (3, 1, 2, None):
        q.put_nowait(i)
    got = []
    while (item := await q.get()) is not None:
        got.append(item)
    print(got, item)
    if any((big := n) > 2 for n in got):
        print("first big", big)
    print([doubled for n in got if (doubled := n * 2) > 2])
    print((a := 1) + (b := 2), a, b)


asyncio.run(main())
