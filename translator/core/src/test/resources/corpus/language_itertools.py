import functools
import heapq
import itertools
import math
import statistics

print(list(itertools.islice(itertools.count(5), 3)), list(itertools.chain([1], [2, 3])))
print(functools.reduce(lambda a, b: a * b, [1, 2, 3, 4]), functools.reduce(lambda a, b: a + b, [1, 2], 10))
heap = []
for n in [5, 1, 4, 2, 3]:
    heapq.heappush(heap, n)
print(heap, [heapq.heappop(heap) for _ in range(5)])
print(math.sqrt(2), math.floor(2.7), math.ceil(2.1), math.gcd(12, 18), math.factorial(20), math.pi)
print(statistics.mean([1, 2, 3, 4]), statistics.median([3, 1, 2]))
print(math.isclose(0.1 + 0.2, 0.3), math.inf > 1, math.hypot(3, 4))
