import asyncio


async def f(name, log):
    log.append(name + "1")
    await asyncio.sleep(0)
    log.append(name + "2")
    await asyncio.sleep(0)
    log.append(name + "3")


async def direct(log):
    log.append("d1")
    log.append("d2")


async def main():
    log = []
    loop = asyncio.get_running_loop()
    t = asyncio.create_task(f("a", log))
    loop.call_soon(lambda: log.append("soon"))
    u = asyncio.create_task(f("b", log))
    await direct(log)
    log.append("main")
    await t
    log.append("after t")
    await u
    print(log)
    ev = asyncio.Event()

    async def w(n):
        await ev.wait()
        log.append(n)

    log.clear()
    ts = [asyncio.create_task(w(i)) for i in range(3)]
    await asyncio.sleep(0)
    ev.set()
    log.append(99)
    await asyncio.gather(*ts)
    print(log)


asyncio.run(main())
