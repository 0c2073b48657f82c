import asyncio


async def ok(x):
    await asyncio.sleep(0)
    return x


async def bad(msg):
    await asyncio.sleep(0)
    raise ValueError(msg)


async def main():
    try:
        await bad("direct")
    except ValueError as e:
        print("caught", e)
    results = await asyncio.gather(ok(1), bad("g"), ok(3), return_exceptions=True)
    for r in results:
        if isinstance(r, Exception):
            print("error", type(r).__name__, r)
        else:
            print("value", r)
    try:
        await asyncio.gather(ok(1), bad("first"))
    except ValueError as e:
        print("gather raised", e)
    t = asyncio.create_task(bad("task"))
    try:
        await t
    except ValueError:
        print(repr(t.exception()))
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(ok(1))
            tg.create_task(bad("tg1"))
            tg.create_task(bad("tg2"))
    except* ValueError as eg:
        print("group", [str(e) for e in eg.exceptions])
    async with asyncio.TaskGroup() as tg:
        a = tg.create_task(ok("A"))
        b = tg.create_task(ok("B"))
    print(a.result(), b.result())
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(bad("only"))
            await asyncio.sleep(10)
    except ExceptionGroup as eg:
        print(eg, len(eg.exceptions))


asyncio.run(main())
