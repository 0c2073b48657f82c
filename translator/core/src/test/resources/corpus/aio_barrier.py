"""A barrier of three: indices, reuse, abort and reset."""
import asyncio


async def member(name, barrier, log):
    try:
        index = await barrier.wait()
        log.append(f"{name} passed {index}")
    except asyncio.BrokenBarrierError:
        log.append(f"{name} broken")


async def main():
    barrier = asyncio.Barrier(3)
    log = []
    print(barrier.parties, barrier.n_waiting, barrier.broken)
    for round in range(2):
        await asyncio.gather(*(member(f"{round}{c}", barrier, log) for c in "abc"))
    print(sorted(log))
    log.clear()

    two = [asyncio.create_task(member(c, barrier, log)) for c in "xy"]
    await asyncio.sleep(0)
    print("waiting", barrier.n_waiting)
    await barrier.abort()
    await asyncio.gather(*two)
    print(log, barrier.broken)
    await member("late", barrier, log)
    print(log[-1])

    await barrier.reset()
    print(barrier.broken)
    log.clear()
    await asyncio.gather(*(member(c, barrier, log) for c in "pqr"))
    print(sorted(log))

    async with asyncio.Barrier(1) as position:
        print("alone at", position)


asyncio.run(main())
