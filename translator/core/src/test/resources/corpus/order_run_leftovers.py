import asyncio


async def background(name):
    try:
        while True:
            await asyncio.sleep(1)
    except asyncio.CancelledError:
        print(name, "cancelled at exit")
        raise
    finally:
        print(name, "cleanup")


async def agen():
    try:
        for i in range(10):
            yield i
    finally:
        print("agen finalized")


keep = []


async def main():
    keep.append(asyncio.create_task(background("bg2")))
    g = agen()
    keep.append(g)
    print(await anext(g), await anext(g))
    await asyncio.sleep(0.01)
    print("main returns")
    return 42


print(asyncio.run(main()))


async def failing():
    keep.append(asyncio.create_task(background("bg3")))
    await asyncio.sleep(0)
    raise ValueError("main failed")


try:
    asyncio.run(failing())
except ValueError as e:
    print("caught", e)


async def ignores():
    try:
        await asyncio.sleep(100)
    except asyncio.CancelledError:
        print("ignored cancel, last words")


async def main3():
    keep.append(asyncio.create_task(ignores()))
    await asyncio.sleep(0)


asyncio.run(main3())
print("end")
