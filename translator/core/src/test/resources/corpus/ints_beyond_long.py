"""Ints that grow beyond a long by recursion, sums and products."""
from functools import lru_cache, cache
@lru_cache(maxsize=None)
def fib(n):
    if n < 2: return n
    return fib(n - 1) + fib(n - 2)
print(fib(100))
@cache
def trib(n): return n if n < 3 else trib(n - 1) + trib(n - 2) + trib(n - 3)
print(trib(120))
def f2(n, memo={}):
    if n in memo: return memo[n]
    if n <= 1: return n
    memo[n] = f2(n - 1) + f2(n - 2)
    return memo[n]
print(f2(110), f2(10))
class F:
    def __init__(self): self.cache = {0: 0, 1: 1}
    def get(self, n):
        if n not in self.cache: self.cache[n] = self.get(n - 1) + self.get(n - 2)
        return self.cache[n]
print(F().get(95))
dp = [0, 1]
for i in range(2, 100): dp.append(dp[i - 1] + dp[i - 2])
print(dp[99])
def collatz(n):
    steps = 0
    while n != 1: n = n // 2 if n % 2 == 0 else 3 * n + 1; steps += 1
    return steps
print(collatz(27))
def lcg(seed, n):
    for _ in range(n): seed = (seed * 6364136223846793005 + 1442695040888963407) % 2 ** 64; yield seed
print(list(lcg(1, 3)))
h = 5381
for ch in "hello world this is a long string": h = ((h << 5) + h) + ord(ch)
print(h)
d = 0
for ch in "hello world this is": d = d * 31 + ord(ch)
print(d)
