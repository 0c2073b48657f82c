def count(start=0, step=1):
    n = start
    while True:
        yield n
        n += step


def take(n, it):
    for _, x in zip(range(n), it):
        yield x


def chunks(seq, size):
    for i in range(0, len(seq), size):
        yield seq[i : i + size]


def flatten(items):
    for item in items:
        if isinstance(item, (list, tuple)):
            yield from flatten(item)
        else:
            yield item


def pairwise(it):
    it = iter(it)
    prev = next(it, None)
    for cur in it:
        yield prev, cur
        prev = cur


def averager():
    total, n, avg = 0, 0, None
    while True:
        x = yield avg
        total += x
        n += 1
        avg = total / n


print(list(take(5, count(10, 5))), list(chunks("abcdefg", 3)), list(flatten([1, [2, (3, [4])], 5])))
print(list(pairwise([1, 2, 4, 8])), sum(x * x for x in take(4, count(1))))
avg = averager()
next(avg)
print([avg.send(v) for v in (10, 20, 60)])
g = (c for c in "xyz")
print(next(g), "z" in g, list(g))
gen = count()
print(next(gen), next(gen), [next(gen) for _ in range(3)])
gen.close()
print(next(gen, "closed"))


def with_return():
    yield 1
    return "result"


def delegating():
    value = yield from with_return()
    yield f"got {value}"


print(list(delegating()))


def primes():
    found = []
    for n in count(2):
        if all(n % p for p in found):
            found.append(n)
            yield n


print(list(take(10, primes())), dict(enumerate(take(3, primes()))), max(take(5, primes())))
a, b, *rest = take(4, primes())
print(a, b, rest, list(zip(primes(), "abc")), " ".join(str(p) for p in take(3, primes())))
