import asyncio
import random


class Fork:
    def __init__(self, number):
        self.number = number
        self.lock = asyncio.Lock()


async def philosopher(name, left, right, meals, log, rng):
    first, second = sorted((left, right), key=lambda f: f.number)
    for _ in range(meals):
        await asyncio.sleep(rng.random() * 0.001)
        async with first.lock, second.lock:
            log[name] = log.get(name, 0) + 1
            await asyncio.sleep(0.0005)


async def main():
    forks = [Fork(i) for i in range(5)]
    names = ["Kant", "Plato", "Hume", "Marx", "Mill"]
    log = {}
    rng = random.Random(1)
    await asyncio.gather(
        *(philosopher(n, forks[i], forks[(i + 1) % 5], 3, log, rng) for i, n in enumerate(names))
    )
    print(sorted(log.items()))
    print(all(not f.lock.locked() for f in forks))


asyncio.run(main())
