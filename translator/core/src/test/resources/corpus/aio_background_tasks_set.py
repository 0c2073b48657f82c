import asyncio

background = set()


def spawn(coro):
    task = asyncio.create_task(coro)
    background.add(task)
    task.add_done_callback(background.discard)
    return task


async def job(n):
    await asyncio.sleep(0.001 * n)
    return n


async def main():
    for n in range(4):
        spawn(job(n))
    print(len(background))
    while background:
        await asyncio.sleep(0.001)
    print(len(background))


asyncio.run(main())
