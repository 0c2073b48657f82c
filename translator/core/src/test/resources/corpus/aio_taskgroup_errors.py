"""A task group cancels the siblings and its own body, and groups the failures."""
import asyncio


async def fail(name, delay, error):
    await asyncio.sleep(delay)
    raise error(name)


async def sibling(log):
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        log.append("sibling cancelled")
        raise


async def main():
    log = []
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(fail("a", 0.01, ValueError))
            tg.create_task(fail("b", 0.01, KeyError))
            tg.create_task(sibling(log))
            try:
                await asyncio.sleep(1)
            except asyncio.CancelledError:
                log.append("body cancelled")
                raise
    except* ValueError as group:
        print("values", [str(e) for e in group.exceptions])
    except* KeyError as group:
        print("keys", [e.args[0] for e in group.exceptions])
    print(log)

    async with asyncio.TaskGroup() as tg:
        tasks = [tg.create_task(asyncio.sleep(0.001 * n, n), name=f"t{n}") for n in range(3)]
    print([t.result() for t in tasks], tasks[2].get_name())

    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(sibling(log))
            raise RuntimeError("from the body")
    except ExceptionGroup as group:
        print(group.message, "/", repr(group.exceptions[0]))
    try:
        tg.create_task(asyncio.sleep(0))
    except RuntimeError as e:
        print("finished" in str(e))


asyncio.run(main())
