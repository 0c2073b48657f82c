import asyncio


async def ok(name, delay):
    try:
        await asyncio.sleep(delay)
        print(name, "ok")
        return name
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise


async def bad(delay, error):
    await asyncio.sleep(delay)
    raise error


async def main():
    async with asyncio.TaskGroup() as tg:
        a = tg.create_task(ok("a", 0.02))
        b = tg.create_task(ok("b", 0.01))
    print(a.result(), b.result())

    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(ok("slow", 1))
            tg.create_task(bad(0.01, ValueError("v")))
            tg.create_task(bad(0.01, KeyError("k")))
            await asyncio.sleep(5)
            print("body not reached")
    except* ValueError as eg:
        print("VE", eg.exceptions)
    except* KeyError as eg:
        print("KE", [repr(e) for e in eg.exceptions], eg)

    async def parent():
        async with asyncio.TaskGroup() as tg:
            tg.create_task(ok("child1", 1))
            tg.create_task(ok("child2", 1))

    p = asyncio.create_task(parent())
    await asyncio.sleep(0.01)
    p.cancel("enough")
    try:
        await p
    except asyncio.CancelledError as e:
        print("parent cancelled", e.args)

    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(ok("sibling", 1))
            await asyncio.sleep(0)
            raise RuntimeError("body failed")
    except ExceptionGroup as eg:
        print(type(eg).__name__, eg.message, [type(e).__name__ for e in eg.exceptions])

    async with asyncio.TaskGroup() as tg:
        tasks = [tg.create_task(ok(f"t{i}", 0.01 * (3 - i)), name=f"job-{i}") for i in range(3)]
    print([t.get_name() for t in tasks], [t.result() for t in tasks])
    try:
        tg.create_task(ok("x", 1))
    except RuntimeError as e:
        print("closed:", "finished" in str(e))


asyncio.run(main())
