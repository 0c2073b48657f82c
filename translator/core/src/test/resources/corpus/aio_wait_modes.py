"""asyncio.wait in its three modes, with and without a timeout."""
import asyncio


async def work(delay, value, fail=False):
    await asyncio.sleep(delay)
    if fail:
        raise RuntimeError(f"failed {value}")
    return value


def names(tasks):
    return sorted(t.get_name() for t in tasks)


def start(*specs):
    return [asyncio.create_task(work(*s), name=f"w{i}") for i, s in enumerate(specs)]


async def main():
    tasks = start((0.03, "a"), (0.01, "b"), (0.02, "c"))
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    print("first", names(done), names(pending))
    done, pending = await asyncio.wait(pending)
    print("all", names(done), names(pending))

    tasks = start((0.03, "a"), (0.01, "b", True), (0.05, "c"))
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_EXCEPTION)
    print("exception", names(done), names(pending))
    for t in done:
        print(type(t.exception()).__name__, t.exception())
    for t in pending:
        t.cancel()
    await asyncio.gather(*pending, return_exceptions=True)

    tasks = start((0.01, "a"), (5, "b"))
    done, pending = await asyncio.wait(tasks, timeout=0.03)
    print("timeout", names(done), names(pending), [t.result() for t in done])
    for t in pending:
        t.cancel()
    done, _ = await asyncio.wait(pending)
    print([t.cancelled() for t in done])
    try:
        await asyncio.wait([])
    except ValueError as e:
        print("ValueError:", e)


asyncio.run(main())
