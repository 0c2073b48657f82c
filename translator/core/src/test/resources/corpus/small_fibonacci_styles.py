from functools import lru_cache
from itertools import islice


def fib_iter(n):
    a, b = 0, 1
    for _ in range(n):
        a, b = b, a + b
    return a


@lru_cache(None)
def fib_rec(n):
    return n if n < 2 else fib_rec(n - 1) + fib_rec(n - 2)


def fib_gen():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b


print([fib_iter(i) for i in range(10)], fib_iter(100))
print(fib_rec(80), fib_rec.cache_info().hits > 0)
print(list(islice(fib_gen(), 5, 12)))
