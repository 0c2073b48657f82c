a, b = {1, 2, 3}, {3, 4}
print(a | b, a & b, a - b, a ^ b, a <= {1, 2, 3, 4}, a >= {1}, a.isdisjoint({9}), a == {3, 2, 1})
a.add(4)
a.discard(1)
a.discard(100)
print(sorted(a), len(a), 2 in a, a.issubset({2, 3, 4, 5}), {1} < {1, 2})
a.update([7, 8])
a.update({9})
a -= {7}
a |= {10}
print(sorted(a), sorted(a.union([1], [2])), sorted(a.intersection([8, 9])), sorted(a.difference({8})))
try:
    a.remove(1000)
except KeyError as e:
    print("KeyError", e)
print(set(), set("hello") == set("ohell"), frozenset([1, 2]) == {1, 2}, {frozenset([1]): "x"}[frozenset([1])])
print(sorted({c.lower() for c in "Hello World" if c.isalpha()}), {(1, 2), (1, 2)})
seen = set()
dups = [x for x in [1, 2, 1, 3, 2] if x in seen or seen.add(x)]
print(dups, sorted(seen))
c = a.copy()
c.clear()
print(c, bool(c), len(a) > 0)
s = {3}
print(s.pop(), s, min({5, 2}), sum({1, 2}), list({7}), [*{8}], sorted({3, 1, 2}, reverse=True))
