import bisect
import heapq
import operator
from operator import attrgetter, itemgetter, methodcaller

heap = [5, 1, 8, 3]
heapq.heapify(heap)
heapq.heappush(heap, 2)
print(heap, [heapq.heappop(heap) for _ in range(3)], heapq.heappushpop(heap, 4), heapq.heapreplace(heap, 10), heap)
print(heapq.nlargest(2, [4, 9, 2, 7]), heapq.nsmallest(2, ["pear", "fig", "apple"], key=len))
print(list(heapq.merge([1, 4, 7], [2, 5], [3])))
tasks = []
for n, (prio, name) in enumerate([(3, "low"), (1, "high"), (2, "mid"), (1, "high too")]):
    heapq.heappush(tasks, (prio, n, name))
while tasks:
    prio, _, name = heapq.heappop(tasks)
    print(prio, name)

scores = [33, 66, 77, 90]
print(bisect.bisect_left(scores, 66), bisect.bisect_right(scores, 66), bisect.bisect(scores, 80))
bisect.insort(scores, 70)
print(scores, "FDCBA"[bisect.bisect([60, 70, 80, 90], 85)])
print(bisect.bisect_left([(1, "a"), (2, "b")], 2, key=itemgetter(0)))

people = [{"name": "ann", "age": 30}, {"name": "bob", "age": 25}]
print(sorted(people, key=itemgetter("age"))[0]["name"], list(map(itemgetter("name"), people)))
print(sorted([(1, "b"), (1, "a"), (0, "c")], key=itemgetter(0, 1)), operator.itemgetter(1)([7, 8, 9]))


class P:
    def __init__(self, name, rank):
        self.name = name
        self.rank = rank


print([p.name for p in sorted([P("x", 2), P("y", 1)], key=attrgetter("rank"))])
print(list(map(methodcaller("upper"), ["a", "b"])), operator.add(2, 3), operator.mul(4, 5), operator.neg(3))
print(operator.truediv(7, 2), operator.floordiv(7, 2), operator.mod(7, 3), operator.contains([1, 2], 2), operator.eq(1, 1))
print(operator.lt(1, 2), operator.not_(True), operator.and_(6, 3), operator.xor(6, 3), operator.concat("a", "b"))
ops = {"+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv}
print([ops[s](8, 2) for s in "+-*/"])
