"""Pipelines of iterators and generators."""
import asyncio
from itertools import islice, chain, cycle, repeat, starmap, takewhile, dropwhile, tee, zip_longest, compress, count, filterfalse, permutations, combinations_with_replacement, batched
from collections.abc import Iterator, Iterable, Generator, AsyncIterator
from contextlib import closing, aclosing, suppress
import random


def primes():
    found = []
    for n in count(2):
        if all(n % p for p in takewhile(lambda p: p * p <= n, found)):
            found.append(n)
            yield n


def chunks(iterable, size):
    it = iter(iterable)
    while chunk := tuple(islice(it, size)):
        yield chunk


def flatten(items):
    for item in items:
        if isinstance(item, Iterable) and not isinstance(item, (str, bytes)):
            yield from flatten(item)
        else:
            yield item


def running_average() -> Generator[float, float, str]:
    total, n, average = 0.0, 0, 0.0
    try:
        while True:
            value = yield average
            if value is None:
                return f"{n} values"
            total += value
            n += 1
            average = total / n
    finally:
        print("average closed after", n)


def delegator():
    result = yield from running_average()
    print("got", result)
    yield "done"


class Countdown:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        n = self.n
        while n > 0:
            yield n
            n -= 1

    def __reversed__(self):
        return iter(range(1, self.n + 1))

    def __len__(self):
        return self.n

    def __contains__(self, x):
        return 0 < x <= self.n


class Fib:
    def __init__(self, limit):
        self.a, self.b, self.limit = 0, 1, limit

    def __iter__(self):
        return self

    def __next__(self):
        if self.a > self.limit:
            raise StopIteration
        value = self.a
        self.a, self.b = self.b, self.a + self.b
        return value


async def ticker(n, delay=0.001):
    try:
        for i in range(n):
            await asyncio.sleep(delay)
            received = yield i
            if received:
                print("received", received)
    except GeneratorExit:
        print("ticker closed early")
        raise
    finally:
        print("ticker finally")


async def amap(fn, source):
    async for x in source:
        yield await fn(x)


async def merge(*sources):
    queue = asyncio.Queue()
    finished = object()

    async def pump(source):
        try:
            async for item in source:
                await queue.put(item)
        finally:
            await queue.put(finished)

    tasks = [asyncio.create_task(pump(s)) for s in sources]
    left = len(tasks)
    while left:
        item = await queue.get()
        if item is finished:
            left -= 1
        else:
            yield item


async def double(x):
    await asyncio.sleep(0)
    return x * 2


async def main():
    print(list(islice(primes(), 12)), next(p for p in primes() if p > 1000))
    print(list(chunks("abcdefg", 3)), list(batched(range(5), 2)))
    print(list(flatten([1, [2, (3, {4})], "five", b"6", iter([7, [8]])])))
    avg = running_average()
    next(avg)
    print([avg.send(x) for x in (10, 20, 60)])
    avg.close()
    with suppress(StopIteration):
        avg.send(1)
        print("unreachable")
    d = delegator()
    next(d), d.send(4)
    print(d.send(None))
    try:
        g = running_average()
        next(g)
        g.throw(ValueError("injected"))
    except ValueError as e:
        print("thrown out:", e)
    c = Countdown(4)
    print(list(c), list(reversed(c)), len(c), 3 in c, max(c), sorted(c), [*c, *c], dict(zip(c, "wxyz")))
    f = Fib(50)
    print(sum(x for x in f if x % 2 == 0), list(f))
    a, b = tee(range(3))
    print(list(a), list(b), list(zip_longest("ab", range(3), fillvalue="-")), list(compress("abcd", [1, 0, 1, 0])))
    print(list(starmap(pow, [(2, 5), (3, 2)])), list(dropwhile(str.isdigit, "12a3")), list(filterfalse(None, [0, 1, "", "x"])))
    print(["".join(p) for p in permutations("abc", 2)], len(list(combinations_with_replacement("abc", 2))))
    names = cycle(["red", "green"])
    print([next(names) for _ in range(5)], list(repeat("z", 3)))
    async with aclosing(ticker(10)) as t:
        async for i in t:
            if i == 2:
                break
    print([x async for x in amap(double, ticker(3))])
    print(sorted([x async for x in merge(ticker(2), ticker(3, 0.002))]))
    gen = ticker(3)
    print(await anext(gen), await gen.asend("hi"), await anext(gen), await anext(gen, "end"))
    gen2 = (i * i for i in range(5))
    print(next(gen2), list(gen2), next(gen2, None))
    it = iter([1, 2, 3, 4, 5, 6])
    print(list(zip(it, it)), list(iter(lambda: random.Random(1).randint(1, 1), 1)))
    matrix = [[1, 2, 3], [4, 5, 6]]
    print([list(r) for r in zip(*matrix)], {k: [v for v in vs if v > 1] for k, vs in enumerate(matrix)})
    first, *middle, last = range(6)
    print(first, middle, last, [x if x % 2 else -x for x in range(5) if x != 3])


asyncio.run(main())
