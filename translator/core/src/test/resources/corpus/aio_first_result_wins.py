import asyncio


async def mirror(name, delay, fail=False):
    await asyncio.sleep(delay)
    if fail:
        raise ConnectionError(name)
    return f"data from {name}"


async def first_ok(*coros):
    tasks = [asyncio.ensure_future(c) for c in coros]
    errors = []
    try:
        for done in asyncio.as_completed(tasks):
            try:
                return await done
            except ConnectionError as e:
                errors.append(str(e))
        raise RuntimeError(f"all failed: {errors}")
    finally:
        for t in tasks:
            t.cancel()
        print("cancelled", sum(1 for t in tasks if not t.done()))


async def main():
    print(await first_ok(mirror("slow", 0.5), mirror("bad", 0.01, True), mirror("fast", 0.02)))
    try:
        await first_ok(mirror("x", 0.01, True), mirror("y", 0.02, True))
    except RuntimeError as e:
        print(e)


asyncio.run(main())
