import heapq, bisect, itertools
push = heapq.heappush
pop = heapq.heappop
h = []
for x in [3, 1, 2]:
    push(h, x)
print([pop(h) for _ in range(3)])
left = bisect.bisect_left
print(left([1, 3, 5], 3))
ops = {"chain": itertools.chain, "product": itertools.product}
print(list(ops["chain"]([1], [2])), list(ops["product"]([1, 2], [3])))
def go(f, *a):
    return list(f(*a))
print(go(itertools.combinations, [1, 2, 3], 2), go(itertools.accumulate, [1, 2, 3]), go(itertools.repeat, 3, 2))
a = itertools.accumulate
print(list(a([1, 2, 3])))
c = itertools.count
k = c(5)
print(next(k), next(k))
ins = bisect.insort
l = [1, 4]
ins(l, 2)
print(l)
n = heapq.nsmallest
print(n(2, [5, 1, 4]))
