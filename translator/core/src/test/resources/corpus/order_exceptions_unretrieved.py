import asyncio



async def boom(msg):
    raise ValueError(msg)


async def main():
    loop = asyncio.get_running_loop()
    events = []
    loop.set_exception_handler(lambda l, ctx: events.append((ctx["message"], repr(ctx.get("exception")))))

    def bad_callback():
        raise KeyError("callback")

    loop.call_soon(bad_callback)
    loop.call_soon(events.append, "next callback still runs")
    await asyncio.sleep(0)
    print(len(events), events[-1] if isinstance(events[-1], str) else events[-1][1])
    print("Exception in callback" in events[0][0], events[0][1])

    t = asyncio.create_task(boom("retrieved later"))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print(t.done(), repr(t.exception()))
    try:
        t.result()
    except ValueError as e:
        print("result raises", e)

    fut = loop.create_future()
    try:
        fut.result()
    except asyncio.InvalidStateError as e:
        print("InvalidState:", e)
    fut.set_exception(RuntimeError("set"))
    try:
        await fut
    except RuntimeError as e:
        print("future raised", e)
    try:
        fut.set_result(1)
    except asyncio.InvalidStateError as e:
        print("double set:", e)
    fut2 = loop.create_future()
    fut2.cancel("msg")
    print(fut2.cancelled(), fut2.done())
    try:
        await fut2
    except asyncio.CancelledError as e:
        print("cancelled future", e.args)


asyncio.run(main())
