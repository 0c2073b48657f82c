import asyncio


async def job(n, delay, fail=False):
    try:
        await asyncio.sleep(delay)
    except asyncio.CancelledError:
        print("job", n, "cancelled")
        raise
    print("job", n)
    if fail:
        raise ValueError(f"job {n} failed")
    return n * 10


async def main():
    print(await asyncio.gather(job(1, 0.03), job(2, 0.01), job(3, 0.02)))
    print(await asyncio.gather())
    results = await asyncio.gather(job(1, 0), job(2, 0, True), asyncio.sleep(0, "s"), return_exceptions=True)
    print([repr(r) for r in results])
    try:
        await asyncio.gather(job("a", 0.02), job("b", 0.01, True))
    except ValueError as e:
        print("gather raised", e)
    await asyncio.sleep(0.05)
    print("sibling was left running")

    async def shared():
        print("runs once")
        return "shared"

    coro = asyncio.ensure_future(shared())
    print(await asyncio.gather(coro, coro, coro))

    g = asyncio.gather(job("x", 1), job("y", 1))
    await asyncio.sleep(0.01)
    g.cancel()
    try:
        await g
    except asyncio.CancelledError:
        print("gather cancelled", g.cancelled())

    t = asyncio.create_task(job("z", 1))
    asyncio.get_running_loop().call_later(0.01, t.cancel)
    r = await asyncio.gather(t, job("w", 0.02), return_exceptions=True)
    print([type(x).__name__ for x in r])
    nested = await asyncio.gather(asyncio.gather(job(1, 0), job(2, 0)), job(3, 0))
    print(nested)


asyncio.run(main())
