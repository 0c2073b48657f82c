import asyncio


async def fail(kind, n):
    await asyncio.sleep(0)
    raise kind(n)


async def main():
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(fail(ValueError, 1))
            tg.create_task(fail(TypeError, 2))
            tg.create_task(fail(OSError, 3))
    except* (ValueError, TypeError) as eg:
        print("caught", sorted(type(e).__name__ for e in eg.exceptions))
    except* OSError as eg:
        print("os", [e.args for e in eg.exceptions])

    try:
        raise ExceptionGroup("outer", [ValueError("a"), ExceptionGroup("inner", [KeyError("b"), ValueError("c")])])
    except* KeyError as eg:
        print(repr(eg.exceptions[0].exceptions[0]))
    except* ValueError as eg:
        print(eg.message, len(eg.exceptions))

    results = await asyncio.gather(fail(ValueError, "x"), asyncio.sleep(0, "fine"), return_exceptions=True)
    errors = [r for r in results if isinstance(r, Exception)]
    if errors:
        group = ExceptionGroup("some failed", errors)
        print(group, [str(e) for e in group.exceptions])


asyncio.run(main())
