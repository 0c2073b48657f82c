import asyncio


async def busy(log):
    try:
        log.append("no cancel point here")
        total = sum(range(1000))
        log.append(f"sum {total}")
        await asyncio.sleep(0)
        log.append("never")
    except asyncio.CancelledError as e:
        log.append(f"cancelled {e.args}")
        raise


async def stubborn(log):
    for i in range(3):
        try:
            await asyncio.sleep(1)
        except asyncio.CancelledError:
            log.append(f"ignored {i}")
    return "finished anyway"


async def main():
    log = []
    t = asyncio.create_task(busy(log))
    await asyncio.sleep(0)
    t.cancel("stop it")
    try:
        await t
    except asyncio.CancelledError as e:
        print("awaiter sees", e.args)
    print(log, t.cancelled(), t.done())

    log = []
    t = asyncio.create_task(stubborn(log))
    await asyncio.sleep(0.1)
    t.cancel()
    await asyncio.sleep(0.1)
    t.cancel()
    print(await t, log, t.cancelled(), t.cancelling())

    async def child():
        try:
            await asyncio.sleep(10)
        finally:
            print("child cleanup")

    async def parent():
        try:
            await child()
        finally:
            print("parent cleanup")

    t = asyncio.create_task(parent())
    await asyncio.sleep(0.01)
    print(t.cancel(), t.cancel())
    await asyncio.wait([t])
    print(t.cancelled(), t.cancel())
    me = asyncio.current_task()
    me.cancel("self")
    try:
        await asyncio.sleep(0)
    except asyncio.CancelledError as e:
        print("self cancel", e, me.cancelling(), me.uncancel(), me.cancelling())


asyncio.run(main())
