import asyncio
from functools import partial


def on_done(label, results, task):
    if task.cancelled():
        results.append(f"{label} cancelled")
    elif task.exception():
        results.append(f"{label} failed: {task.exception()}")
    else:
        results.append(f"{label} ok: {task.result()}")


async def compute(n):
    await asyncio.sleep(0)
    if n == 2:
        raise ValueError("two")
    return n * 10


async def main():
    results = []
    tasks = []
    for n in range(1, 4):
        t = asyncio.create_task(compute(n))
        t.add_done_callback(partial(on_done, f"job {n}", results))
        tasks.append(t)
    late = asyncio.create_task(asyncio.sleep(10))
    late.add_done_callback(partial(on_done, "late", results))
    await asyncio.wait(tasks)
    late.cancel()
    await asyncio.sleep(0.001)
    for line in sorted(results):
        print(line)


asyncio.run(main())
