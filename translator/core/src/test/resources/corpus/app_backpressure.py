"""Producers and consumers with bounded queues: who waits for whom."""
import asyncio
import time
from dataclasses import dataclass


@dataclass
class Stage:
    name: str
    delay: float
    processed: int = 0
    waited_put: int = 0
    waited_get: int = 0


async def produce(stage, out, count):
    for n in range(count):
        await asyncio.sleep(stage.delay)
        if out.full():
            stage.waited_put += 1
        await out.put(n)
        stage.processed += 1
    await out.put(None)


async def transform(stage, source, out, function):
    while True:
        if source.empty():
            stage.waited_get += 1
        item = await source.get()
        if item is None:
            source.task_done()
            await out.put(None)
            return
        await asyncio.sleep(stage.delay)
        await out.put(function(item))
        stage.processed += 1
        source.task_done()


async def consume(stage, source, results):
    while (item := await source.get()) is not None:
        await asyncio.sleep(stage.delay)
        results.append(item)
        stage.processed += 1
        source.task_done()
    source.task_done()


async def run(delays, size):
    first, second = asyncio.Queue(size), asyncio.Queue(size)
    stages = [Stage(n, d) for n, d in zip(("produce", "transform", "consume"), delays)]
    results = []
    started = time.monotonic()
    async with asyncio.TaskGroup() as tg:
        tg.create_task(produce(stages[0], first, 8))
        tg.create_task(transform(stages[1], first, second, lambda n: n * n))
        tg.create_task(consume(stages[2], second, results))
    elapsed = time.monotonic() - started
    await first.join()
    await second.join()
    print(results)
    for stage in stages:
        print(f"  {stage.name:<10} {stage.processed:>2}", "waits to put" if stage.waited_put > 2 else "", "starved" if stage.waited_get > 4 else "")
    print("  bottleneck", max(stages, key=lambda s: s.delay).name, elapsed > 0.05)


async def main():
    await run((0.001, 0.01, 0.001), size=2)
    await run((0.01, 0.001, 0.002), size=2)


asyncio.run(main())
