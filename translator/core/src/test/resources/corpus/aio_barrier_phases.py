import asyncio


async def worker(n, barrier, log):
    for phase in range(3):
        await asyncio.sleep(0.002 * n)
        log.append((phase, n))
        await barrier.wait()


async def main():
    barrier = asyncio.Barrier(3)
    log = []
    async with asyncio.TaskGroup() as tg:
        for n in range(3):
            tg.create_task(worker(n, barrier, log))
    print([p for p, _ in log])
    print(sorted(log) == sorted(log, key=lambda x: (x[0], x[1])), barrier.n_waiting)


asyncio.run(main())
