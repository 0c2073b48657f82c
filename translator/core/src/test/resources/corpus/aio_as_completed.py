"""Results in the order in which they come, with a timeout for the slow one."""
import asyncio


async def fetch(name, delay):
    await asyncio.sleep(delay)
    if name == "bad":
        raise ValueError("bad one")
    return name


async def main():
    jobs = [fetch("slow", 0.03), fetch("fast", 0.01), fetch("medium", 0.02)]
    for next_done in asyncio.as_completed(jobs):
        print(await next_done)

    for coro in asyncio.as_completed([fetch("bad", 0.01), fetch("good", 0.02)]):
        try:
            print("ok", await coro)
        except ValueError as e:
            print("error", e)

    slow = asyncio.create_task(fetch("very slow", 5))
    try:
        for coro in asyncio.as_completed([fetch("quick", 0.001), slow], timeout=0.02):
            print(await coro)
    except asyncio.TimeoutError:
        print("timed out")
    slow.cancel()


asyncio.run(main())
