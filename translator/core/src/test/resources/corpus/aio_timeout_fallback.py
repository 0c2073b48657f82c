import asyncio


async def fetch(source, delay, fail=False):
    await asyncio.sleep(delay)
    if fail:
        raise ConnectionError(f"{source} is down")
    return f"data from {source}"


async def fetch_with_fallback(sources, timeout):
    errors = {}
    for name, delay, fail in sources:
        try:
            return await asyncio.wait_for(fetch(name, delay, fail), timeout)
        except asyncio.TimeoutError:
            errors[name] = "timeout"
        except ConnectionError as e:
            errors[name] = str(e)
    raise RuntimeError(f"all failed: {errors}")


async def first_of(*aws):
    tasks = [asyncio.ensure_future(a) for a in aws]
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    for task in pending:
        task.cancel()
    await asyncio.gather(*pending, return_exceptions=True)
    return done.pop().result(), [t.cancelled() for t in tasks]


async def main():
    print(await fetch_with_fallback([("a", 1, False), ("b", 0, True), ("c", 0.01, False)], 0.05))
    try:
        await fetch_with_fallback([("a", 1, False), ("b", 0, True)], 0.01)
    except RuntimeError as e:
        print(e)
    print(await first_of(fetch("slow", 0.5), fetch("fast", 0.01), fetch("medium", 0.1)))
    async with asyncio.timeout(1) as cm:
        await asyncio.sleep(0)
    print(cm.expired())
    try:
        async with asyncio.timeout(0.01):
            await asyncio.sleep(5)
    except TimeoutError:
        print("timed out")


asyncio.run(main())
