import asyncio


async def job(n, delay):
    await asyncio.sleep(delay)
    return n


async def main():
    tasks = [asyncio.create_task(job(i, 0.01 * (3 - i))) for i in range(3)]
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    print(len(done), len(pending), [t.result() for t in done])
    done, pending = await asyncio.wait(pending)
    print(sorted(t.result() for t in done), len(pending))
    for coro in asyncio.as_completed([job("slow", 0.02), job("fast", 0.005)]):
        print(await coro)
    fut = asyncio.get_running_loop().create_future()

    def on_done(f):
        print("callback", f.result())

    fut.add_done_callback(on_done)
    asyncio.get_running_loop().call_later(0.001, lambda: fut.set_result("late"))
    print(await fut)
    await asyncio.sleep(0)
    inner = asyncio.create_task(job("shielded", 0.01))
    try:
        await asyncio.wait_for(asyncio.shield(inner), 0.001)
    except asyncio.TimeoutError:
        print("timed out, inner done:", inner.done())
    print(await inner)
    slow = asyncio.create_task(job(9, 10))
    done, pending = await asyncio.wait([slow], timeout=0.01)
    print(len(done), len(pending))
    slow.cancel()


asyncio.run(main())
