import sys
from functools import lru_cache, reduce
from itertools import chain, combinations, permutations, product, takewhile

sys.setrecursionlimit(5000)


@lru_cache(maxsize=None)
def paths(r, c):
    if r == 0 or c == 0:
        return 1
    return paths(r - 1, c) + paths(r, c - 1)


def queens(n):
    def place(row, cols, d1, d2):
        if row == n:
            yield ()
            return
        for c in range(n):
            if c not in cols and row + c not in d1 and row - c not in d2:
                for rest in place(row + 1, cols | {c}, d1 | {row + c}, d2 | {row - c}):
                    yield (c,) + rest

    return place(0, frozenset(), frozenset(), frozenset())


def sieve():
    found = {}
    n = 2
    while True:
        if n not in found:
            yield n
            found[n * n] = [n]
        else:
            for p in found[n]:
                found.setdefault(p + n, []).append(p)
            del found[n]
        n += 1


def hanoi(n, a="A", b="B", c="C"):
    if n:
        yield from hanoi(n - 1, a, c, b)
        yield f"{a}->{c}"
        yield from hanoi(n - 1, b, a, c)


def ackermann(m, n):
    return n + 1 if m == 0 else ackermann(m - 1, 1) if n == 0 else ackermann(m - 1, ackermann(m, n - 1))


def gcd(a, b):
    while b:
        a, b = b, a % b
    return a


print(paths(10, 10), paths.cache_info().misses)
solutions = list(queens(6))
print(len(solutions), solutions[0], len(list(queens(5))))
print(list(takewhile(lambda p: p < 40, sieve())))
print(" ".join(hanoi(3)), ackermann(2, 3))
print(reduce(gcd, [48, 180, 36]), reduce(lambda a, b: a * b, range(1, 8), 1))
print(list(permutations("abc", 2))[:3], list(combinations(range(4), 2))[-2:], list(product([0, 1], repeat=2)))
print(list(chain([1], (2, 3), "x")), sum(map(int, str(2**50))))
digits = "3141592653589793"
print([digits[i : i + 4] for i in range(0, len(digits), 4)], max(digits, key=digits.count))
