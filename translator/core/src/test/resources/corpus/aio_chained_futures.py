import asyncio


def then(future, function):
    loop = asyncio.get_running_loop()
    result = loop.create_future()

    def done(f):
        if f.cancelled():
            result.cancel()
        elif f.exception() is not None:
            result.set_exception(f.exception())
        else:
            try:
                result.set_result(function(f.result()))
            except Exception as e:
                result.set_exception(e)

    future.add_done_callback(done)
    return result


async def main():
    loop = asyncio.get_running_loop()
    first = loop.create_future()
    chain = then(then(first, lambda x: x + 1), lambda x: x * 10)
    loop.call_later(0.001, first.set_result, 4)
    print(await chain)
    bad = loop.create_future()
    failing = then(bad, lambda x: 1 // x)
    bad.set_result(0)
    try:
        await failing
    except ZeroDivisionError as e:
        print("failed:", e)
    gone = loop.create_future()
    cancelled = then(gone, str)
    gone.cancel()
    try:
        await cancelled
    except asyncio.CancelledError:
        print("cancelled", cancelled.cancelled())


asyncio.run(main())
