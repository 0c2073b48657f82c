import asyncio
import random

LIMIT = 3


class Counter:
    """Counts."""

    def __init__(self, name):
        self.name = name
        self.count = 0

    def increment(self, by=1):
        self.count += by
        return self.count

    def __repr__(self):
        return f"Counter({self.name!r}, {self.count})"


async def worker(name, delay, counter):
    # Each worker does its turns.
    for i in range(LIMIT):
        await asyncio.sleep(delay)
        n = counter.increment()
        print(f"{name}: step {i} -> {n}")
    return delay * 2


async def main():
    counter = Counter("c")
    results = await asyncio.gather(*[worker(f"w{i}", 0.01, counter) for i in range(3)])
    print(results)
    print(counter)
    t = asyncio.create_task(worker("t", 0.001, counter))
    try:
        await asyncio.wait_for(asyncio.sleep(10), timeout=0.05)
    except asyncio.TimeoutError:
        print("timeout")
    print(await t)
    random.seed(42)
    print([random.randint(1, 100) for _ in range(5)], random.random())
    words = "the quick brown fox jumps over the lazy dog the end".split()
    counts = {}
    for w in words:
        counts[w] = counts.get(w, 0) + 1
    for k, v in sorted(counts.items(), key=lambda kv: (-kv[1], kv[0])):
        print(f"{k:<6}|{v:>3}")
    print(sum(x * x for x in range(10)), max(counts.values()))


if __name__ == "__main__":
    asyncio.run(main())
