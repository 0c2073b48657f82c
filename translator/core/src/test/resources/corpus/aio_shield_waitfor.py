"""shield keeps the inner task alive; wait_for awaits the cleanup of what it cancels."""
import asyncio


async def job(log):
    try:
        await asyncio.sleep(0.02)
        log.append("job done")
        return "result"
    except asyncio.CancelledError:
        log.append("job cancelled")
        await asyncio.sleep(0.01)
        log.append("job cleaned up")
        raise


async def stubborn():
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        return "late value"


async def main():
    log = []
    inner = asyncio.create_task(job(log))
    try:
        await asyncio.wait_for(asyncio.shield(inner), 0.005)
    except asyncio.TimeoutError:
        print("timed out, inner done:", inner.done())
    print(await inner, log)

    log.clear()
    try:
        await asyncio.wait_for(job(log), timeout=0.005)
    except TimeoutError as e:
        print("TimeoutError", repr(e), log)
    try:
        print(await asyncio.wait_for(stubborn(), 0.005))
    except TimeoutError:
        print("timeout")
    print(await asyncio.wait_for(asyncio.sleep(0, "quick"), None))
    try:
        await asyncio.wait_for(asyncio.sleep(1), 0)
    except TimeoutError:
        print("zero timeout")


asyncio.run(main())
