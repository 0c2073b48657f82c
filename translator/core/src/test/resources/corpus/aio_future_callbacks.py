"""Callbacks of a future run through the loop, in order; it is set once."""
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    seen = []
    future.add_done_callback(lambda f: seen.append(("first", f.result())))
    future.add_done_callback(lambda f: seen.append(("second", f.done())))

    third = lambda f: seen.append("third")

    future.add_done_callback(third)
    print(future.remove_done_callback(third))
    future.set_result(42)
    print("set", seen)
    await asyncio.sleep(0)
    print("ran", seen)
    try:
        future.set_result(43)
    except asyncio.InvalidStateError as e:
        print("InvalidStateError:", e)
    future.add_done_callback(lambda f: seen.append("late"))
    print(len(seen))
    await asyncio.sleep(0)
    print(seen[-1], await future)

    failed = loop.create_future()
    try:
        failed.result()
    except asyncio.InvalidStateError as e:
        print("InvalidStateError:", e)
    failed.set_exception(ValueError("bad"))
    print(repr(failed.exception()))
    try:
        await failed
    except ValueError as e:
        print("caught", e)
    gone = loop.create_future()
    gone.cancel("not needed")
    print(gone.cancelled(), gone.done())
    try:
        await gone
    except asyncio.CancelledError as e:
        print("cancelled", e.args)


asyncio.run(main())
