import asyncio


async def main():
    try:
        async with asyncio.timeout(0.05) as outer:
            try:
                async with asyncio.timeout(0.01) as inner:
                    await asyncio.sleep(1)
            except TimeoutError:
                print("inner expired", inner.expired(), outer.expired())
            await asyncio.sleep(1)
    except TimeoutError:
        print("outer expired", outer.expired())
    task = asyncio.current_task()
    print("cancelling", task.cancelling())

    async with asyncio.timeout(None) as t:
        print(t.when())
        t.reschedule(asyncio.get_running_loop().time() + 5)
        await asyncio.sleep(0.01)
        print(t.expired())

    async def worker():
        try:
            async with asyncio.timeout(10):
                await asyncio.sleep(5)
        except TimeoutError:
            print("wrong: timeout")
        except asyncio.CancelledError as e:
            print("outer cancel wins", e.args, asyncio.current_task().cancelling())
            raise

    w = asyncio.create_task(worker())
    await asyncio.sleep(0)
    w.cancel("from outside")
    await asyncio.gather(w, return_exceptions=True)
    print(w.cancelled())

    try:
        async with asyncio.timeout(0):
            print("body starts")
            await asyncio.sleep(0)
            print("not here")
    except TimeoutError as e:
        print("zero", repr(e), repr(e.__cause__))

    try:
        await asyncio.wait_for(asyncio.sleep(1, "x"), 0.01)
    except asyncio.TimeoutError:
        print("wait_for timed out")
    print(await asyncio.wait_for(asyncio.sleep(0, "quick"), None))
    try:
        async with asyncio.timeout(0.01):
            try:
                await asyncio.sleep(1)
            except asyncio.CancelledError:
                raise ValueError("replaced")
    except ValueError as e:
        print(e, type(e.__context__).__name__)


asyncio.run(main())
