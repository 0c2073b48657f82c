"""Counting cancellations under nested and rescheduled timeouts."""
import asyncio


async def main():
    task = asyncio.current_task()
    try:
        async with asyncio.timeout(0.05):
            try:
                async with asyncio.timeout(0.01) as inner:
                    await asyncio.sleep(1)
            except TimeoutError:
                print("inner", inner.expired(), task.cancelling())
            await asyncio.sleep(0.01)
            print("outer goes on")
    except TimeoutError:
        print("outer expired")

    loop = asyncio.get_running_loop()
    async with asyncio.timeout(None) as scope:
        print(scope.when())
        scope.reschedule(loop.time() + 10)
        print(scope.when() > loop.time())
        scope.reschedule(None)
    print(scope.expired())

    try:
        async with asyncio.timeout_at(loop.time() + 0.01):
            await asyncio.Event().wait()
    except TimeoutError:
        print("timeout_at expired")

    task.cancel("once")
    task.cancel("twice")
    print(task.cancelling())
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError as e:
        print("cancelled", e)
        print(task.uncancel(), task.uncancel(), task.cancelling())
    await asyncio.sleep(0)
    print("still running")


asyncio.run(main())
