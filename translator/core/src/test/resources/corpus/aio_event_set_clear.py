"""set() followed by clear() wakes all who waited at that moment."""
import asyncio


async def waiter(name, event):
    result = await event.wait()
    print(name, "woke", result, event.is_set())


async def main():
    event = asyncio.Event()
    tasks = [asyncio.create_task(waiter(n, event)) for n in "abc"]
    await asyncio.sleep(0)
    event.set()
    event.clear()
    print("set and cleared", event.is_set())
    await asyncio.gather(*tasks)
    late = asyncio.create_task(waiter("late", event))
    done, pending = await asyncio.wait([late], timeout=0.01)
    print(len(done), len(pending))
    event.set()
    await late
    print(await event.wait())


asyncio.run(main())
