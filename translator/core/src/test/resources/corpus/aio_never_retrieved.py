"""run() cancels what is left over; a handler hears of failures nobody looked at, at the latest then."""
import asyncio

ended = []


async def leftover(name):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        ended.append(f"{name} cancelled")
        raise
    finally:
        ended.append(f"{name} finally")


async def late_starter():
    ended.append("late started")
    await asyncio.sleep(0)
    ended.append("never gets here")


async def looked_at():
    raise OSError("looked at")


async def main():
    task = asyncio.create_task(looked_at())
    await asyncio.wait([task])
    print(repr(task.exception()))
    asyncio.create_task(leftover("one"))
    asyncio.create_task(leftover("two"))
    await asyncio.sleep(0)
    print("tasks:", len(asyncio.all_tasks()))
    asyncio.create_task(late_starter())
    return "main done"


print(asyncio.run(main()))
print(sorted(ended))
