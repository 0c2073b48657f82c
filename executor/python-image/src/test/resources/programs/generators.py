# Generators, coroutines and their ways to end.
import inspect
import itertools


def echo():
    got = yield "ready"
    while True:
        try:
            got = yield got * 2
        except ValueError as error:
            got = yield f"caught {error}"


g = echo()
print(next(g), g.send(4), g.send("ab"), g.throw(ValueError("x")), g.send(1))
g.close()


def inner():
    try:
        x = yield 1
        yield x
        return "result"
    finally:
        print("inner done")


def outer():
    result = yield from inner()
    yield result


g = outer()
print(next(g), g.send("sent"), next(g), list(g))


def primes():
    sieve = {}
    for n in itertools.count(2):
        if n in sieve:
            for p in sieve.pop(n):
                sieve.setdefault(n + p, []).append(p)
        else:
            yield n
            sieve[n * n] = [n]


print(list(itertools.islice(primes(), 25)))


async def produce(n):
    for i in range(n):
        if i == 3:
            return
        yield i


class Resource:
    async def __aenter__(self):
        print("enter")
        return self

    async def __aexit__(self, *error):
        print("exit", error[0].__name__ if error[0] else None)
        return True


async def main():
    async with Resource():
        values = [v * v async for v in produce(10)]
        print(values)
        raise KeyError("swallowed")
    return "done"


def drive(coroutine):
    try:
        while True:
            coroutine.send(None)
    except StopIteration as stop:
        return stop.value


print(drive(main()))


def unfinished():
    try:
        yield 1
    finally:
        print("closed")


for value in unfinished():
    break
del value
g = unfinished()
next(g)
del g
print(sum(x for x in range(10_000) if x % 3 == 0), inspect.iscoroutinefunction(main))
