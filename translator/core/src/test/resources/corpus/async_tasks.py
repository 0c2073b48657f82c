import asyncio


async def job(name, n):
    print("start", name)
    for i in range(n):
        await asyncio.sleep(0)
        print(name, i)
    print("end", name)
    return name * 2


async def main():
    t1 = asyncio.create_task(job("a", 2))
    t2 = asyncio.create_task(job("b", 3))
    print("created")
    r1 = await t1
    r2 = await t2
    print(r1, r2, t1.done(), t2.result())
    results = await asyncio.gather(job("x", 1), job("y", 2), job("z", 0))
    print(results)


asyncio.run(main())
