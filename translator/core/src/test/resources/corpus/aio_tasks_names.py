"""Names, current_task, all_tasks, and what kinds of things there are."""
import asyncio
import inspect


async def whoami():
    task = asyncio.current_task()
    return task.get_name()


async def idle():
    await asyncio.sleep(1)


def plain():
    pass


async def main():
    print(asyncio.current_task().get_name())
    print(await asyncio.create_task(whoami()))
    named = asyncio.create_task(whoami(), name="special")
    print(await named)
    named.set_name("renamed")
    print(named.get_name(), named.done(), named.cancelled())

    tasks = {asyncio.create_task(idle(), name=f"idle-{i}") for i in range(3)}
    print(sorted(t.get_name() for t in asyncio.all_tasks()))
    for t in tasks:
        t.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    print(len(asyncio.all_tasks()), asyncio.current_task() in asyncio.all_tasks())

    coro = whoami()
    print(asyncio.iscoroutine(coro), asyncio.iscoroutine(plain))
    print(asyncio.iscoroutinefunction(whoami), inspect.iscoroutinefunction(plain))
    print(asyncio.isfuture(named), asyncio.isfuture(coro))
    print(await coro)
    print(isinstance(named, asyncio.Task), isinstance(named, asyncio.Future))


asyncio.run(main())
