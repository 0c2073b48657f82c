import asyncio


async def fails_in_finally():
    try:
        await asyncio.sleep(10)
    finally:
        raise RuntimeError("error in finally")


async def handler_chain():
    try:
        try:
            raise KeyError("first")
        except KeyError:
            raise ValueError("second")
    except ValueError as e:
        e2 = e
    print(repr(e2.__context__), e2.__cause__)
    try:
        raise TypeError("third") from e2
    except TypeError as e:
        print(repr(e.__cause__), repr(e.__cause__.__context__))


async def main():
    t = asyncio.create_task(fails_in_finally())
    await asyncio.sleep(0)
    t.cancel("stop")
    try:
        await t
    except RuntimeError as e:
        print("got", e, type(e.__context__).__name__, e.__context__.args)
    print(t.cancelled(), repr(t.exception()))
    await handler_chain()

    async def nested():
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            try:
                await asyncio.sleep(0)
                print("can await in handler")
            finally:
                print("inner finally")
            raise
        finally:
            print("outer finally")

    t = asyncio.create_task(nested())
    await asyncio.sleep(0)
    t.cancel()
    r = await asyncio.gather(t, return_exceptions=True)
    print(type(r[0]).__name__)

    def returns():
        for i in range(3):
            try:
                if i == 1:
                    return f"return {i}"
            finally:
                print("finally", i)

    print(returns())

    def overrides():
        try:
            return "try"
        finally:
            return "finally"

    print(overrides())


asyncio.run(main())
