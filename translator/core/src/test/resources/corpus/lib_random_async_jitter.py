import asyncio
import random
import time


async def worker(name, rng):
    total = 0.0
    for attempt in range(3):
        delay = rng.uniform(0.001, 0.004)
        await asyncio.sleep(delay)
        total += delay
        print(f"{name}: attempt {attempt + 1} after {delay * 1000:.3f} ms")
    return name, round(total, 6)


async def main():
    random.seed(7)
    rngs = [random.Random(random.random()) for _ in range(3)]
    started = time.perf_counter()
    results = []
    for i, rng in enumerate(rngs):
        results.append(await worker(f"worker-{i}", rng))
    elapsed = time.perf_counter() - started
    print(results)
    print(f"slowest: {max(results, key=lambda r: r[1])[0]}", elapsed < 5)
    order = [r[0] for r in results]
    random.shuffle(order)
    print(order, random.sample(order, k=2))


asyncio.run(main())
