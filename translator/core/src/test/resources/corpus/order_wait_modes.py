import asyncio


async def job(name, delay, error=None):
    await asyncio.sleep(delay)
    if error:
        raise error
    return name


def names(tasks):
    return sorted(t.get_name() for t in tasks)


def make():
    return [
        asyncio.create_task(job("a", 0.03), name="a"),
        asyncio.create_task(job("b", 0.01), name="b"),
        asyncio.create_task(job("c", 0.02, ValueError("c failed")), name="c"),
    ]


async def main():
    tasks = make()
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    print(names(done), names(pending))
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_EXCEPTION)
    print(names(done), names(pending))
    done, pending = await asyncio.wait(tasks)
    print(names(done), names(pending))
    for t in sorted(done, key=lambda t: t.get_name()):
        print(t.get_name(), repr(t.exception()) if t.exception() else t.result())

    tasks = make()
    done, pending = await asyncio.wait(tasks, timeout=0.015)
    print(names(done), names(pending))
    for t in pending:
        t.cancel()
    done, pending = await asyncio.wait(pending)
    print(names(done), [t.cancelled() for t in sorted(done, key=lambda t: t.get_name())])

    for i, coro in enumerate(asyncio.as_completed([job("x", 0.03), job("y", 0.01), job("z", 0.02)])):
        print(i, await coro)
    try:
        for coro in asyncio.as_completed([job("p", 0.01), job("q", 1)], timeout=0.05):
            print(await coro)
    except asyncio.TimeoutError:
        print("as_completed timeout")
    try:
        await asyncio.wait([])
    except ValueError as e:
        print("ValueError", e)


asyncio.run(main())
