import asyncio


def check(values):
    errors = []
    for v in values:
        try:
            if v < 0:
                raise ValueError(f"negative {v}")
            print(10 // v)
        except (ValueError, ZeroDivisionError) as e:
            errors.append(e)
    if errors:
        raise ExceptionGroup("bad values", errors)


def run(values):
    try:
        check(values)
    except* ValueError as eg:
        print("values:", [str(e) for e in eg.exceptions])
    except* ZeroDivisionError as eg:
        print("zero:", len(eg.exceptions), eg.message)
    else:
        print("all fine")
    finally:
        print("checked", values)


run([1, 2])
run([5, 0, -1, -2])

nested = ExceptionGroup("outer", [TypeError("t"), ExceptionGroup("inner", [KeyError("k"), ValueError("v")])])
print(repr(nested), str(nested))
match, rest = nested.split(KeyError)
print(repr(match), repr(rest))
print(nested.subgroup(lambda e: isinstance(e, (ValueError, TypeError))))
print(nested.derive([OSError()]).message)


def leaves(group):
    for e in group.exceptions:
        if isinstance(e, BaseExceptionGroup):
            yield from leaves(e)
        else:
            yield e


print([type(e).__name__ for e in leaves(nested)])
try:
    try:
        raise nested
    except* KeyError:
        print("handled the key")
except ExceptionGroup as eg:
    print("left:", repr(eg))

try:
    try:
        raise ValueError("plain")
    except* ValueError as eg:
        print("wrapped:", repr(eg))
        raise RuntimeError("from handler")
except RuntimeError as e:
    print(repr(e), repr(e.__context__))


async def fail(delay, error):
    await asyncio.sleep(delay)
    raise error


async def main():
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(fail(0.01, ValueError("a")))
            tg.create_task(fail(0.01, KeyError("b")))
            tg.create_task(asyncio.sleep(10))
    except* ValueError as eg:
        print("V", eg.exceptions)
    except* KeyError as eg:
        print("K", eg.exceptions)
    results = await asyncio.gather(fail(0, OSError(2, "gone")), asyncio.sleep(0, "ok"), return_exceptions=True)
    print(results)
    failed = [r for r in results if isinstance(r, Exception)]
    if failed:
        raise BaseExceptionGroup("summary", failed)


try:
    asyncio.run(main())
except ExceptionGroup as eg:
    print(type(eg).__name__, eg.exceptions[0].errno, eg.exceptions[0].strerror)
try:
    ExceptionGroup("empty", [])
except ValueError as e:
    print(e)
