"""The order of call_soon, task starts and wake-ups."""
import asyncio

log = []


async def child(n):
    log.append(f"child {n} starts")
    await asyncio.sleep(0)
    log.append(f"child {n} ends")
    return n


async def direct():
    log.append("direct call does not yield")


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(log.append, "soon 1")
    t1 = asyncio.create_task(child(1))
    loop.call_soon(log.append, "soon 2")
    t2 = asyncio.ensure_future(child(2))
    log.append("before direct")
    await direct()
    log.append("after direct")
    t1.add_done_callback(lambda t: log.append("t1 callback"))
    await t2
    log.append(f"t1 done: {t1.done()}")
    await t1
    for line in log:
        print(line)


asyncio.run(main())
