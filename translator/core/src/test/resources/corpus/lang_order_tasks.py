import asyncio

order = []


def note(x):
    order.append(x)


async def worker(name):
    note(f"{name} start")
    await asyncio.sleep(0)
    note(f"{name} middle")
    await asyncio.sleep(0)
    note(f"{name} end")
    return name


async def plain():
    note("plain body")
    return 1


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(note, "soon 1")
    t1 = asyncio.create_task(worker("t1"))
    loop.call_soon(note, "soon 2")
    t2 = asyncio.create_task(worker("t2"))
    note("main before await")
    await plain()
    note("after plain, nobody ran")
    await asyncio.sleep(0)
    note("main after first yield")
    print(await t1, await t2)
    print(order)
    order.clear()

    loop.call_later(0.01, note, "later b")
    loop.call_later(0.01, note, "later c")
    loop.call_later(0.005, note, "later a")
    handle = loop.call_later(0.001, note, "never")
    handle.cancel()
    await asyncio.sleep(0.05)
    print(order)

    async def never():
        note("must not run")

    t = asyncio.create_task(never())
    t.cancel("too soon")
    try:
        await t
    except asyncio.CancelledError as e:
        print("cancelled before start", e.args, t.cancelled())
    print("must not run" in order)

    fut = loop.create_future()
    for i in range(3):
        fut.add_done_callback(lambda f, i=i: note(f"cb{i} {f.result()}"))
    fut.set_result("r")
    note("set")
    await asyncio.sleep(0)
    note("turn")
    print(order[3:])


asyncio.run(main())
