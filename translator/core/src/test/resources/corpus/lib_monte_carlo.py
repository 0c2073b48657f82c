import asyncio
import math
import random


def estimate(seed, n):
    rng = random.Random(seed)
    inside = sum(1 for _ in range(n) if rng.random() ** 2 + rng.random() ** 2 <= 1.0)
    return 4 * inside / n


async def main():
    loop = asyncio.get_running_loop()
    results = await asyncio.gather(*(loop.run_in_executor(None, estimate, seed, 2000) for seed in range(4)))
    print(results)
    mean = sum(results) / len(results)
    print(f"pi ~ {mean:.4f}, off by {abs(mean - math.pi):.4f}")


asyncio.run(main())
