"""What a callback throws goes to the loop's exception handler; the loop goes on."""
import asyncio


def boom(what):
    raise ValueError(what)


async def main():
    loop = asyncio.get_running_loop()
    reports = []

    def handler(loop, context):
        reports.append(context["message"].split(" ")[0])
        reports.append(repr(context["exception"]))

    loop.set_exception_handler(handler)
    loop.call_soon(print, "one")
    loop.call_soon(boom, "in a callback")
    loop.call_soon(print, "two", 2)
    handle = loop.call_soon(print, "never")
    handle.cancel()
    print(handle.cancelled())
    await asyncio.sleep(0)
    print(reports)

    order = []
    loop.call_later(0.02, order.append, "late")
    loop.call_later(0.01, order.append, "early")
    loop.call_at(loop.time() + 0.015, order.append, "middle")
    dropped = loop.call_later(0.005, order.append, "dropped")
    dropped.cancel()
    await asyncio.sleep(0.03)
    print(order)


asyncio.run(main())
