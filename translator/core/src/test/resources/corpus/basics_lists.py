xs = [3, 1, 2]
xs.append(5)
xs.extend([4, 0])
xs.insert(1, 9)
print(xs, len(xs), xs[0], xs[-1], xs[1:3], xs[::-1], xs[::2])
xs.sort()
print(xs, xs.index(4), xs.count(1), 3 in xs, 99 in xs)
xs.remove(9)
print(xs.pop(), xs.pop(0), xs)
ys = xs.copy()
ys.reverse()
print(xs, ys, xs + ys, xs * 2, xs == ys, xs != ys)
print(sorted(["b", "a", "c"], reverse=True), sorted([3, -1, 2], key=abs))
xs[0] = 100
xs[1:2] = [7, 8]
del xs[0]
print(xs)
nested = [[1, 2], [3, 4]]
nested[0].append(9)
print(nested, [x for row in nested for x in row], [[0] * 2 for _ in range(2)])
a, b, *rest = [1, 2, 3, 4]
print(a, b, rest)
first, *mid, last = "abcd"
print(first, mid, last)
print([x * 2 for x in range(10) if x % 2 == 0], list(range(5, 0, -2)), list(range(3)))
print(any([False, True]), all([True, False]), any(x > 3 for x in [1, 2]), all(x > 0 for x in [1, 2]))
for i, v in enumerate(["a", "b"], start=1):
    print(i, v)
for p, q in zip([1, 2, 3], "ab"):
    print(p, q)
print(list(map(lambda v: v + 1, [1, 2])), list(filter(lambda v: v > 1, [1, 2, 3])))
t = (1, "two", 3.0)
print(t, t[1], len(t), t + (4,), (1,), ())
print(min([4, 2, 8]), max("hello"), sum([1.5, 2.5]), min([("b", 1), ("a", 2)]))
words = ["banana", "kiwi", "apple"]
words.sort(key=len)
print(words, max(words, key=len), [None, True, 1.0, "s"])
matrix = [[1, 2, 3], [4, 5, 6]]
print([list(col) for col in zip(*matrix)] if False else [[row[i] for row in matrix] for i in range(3)])
empty = []
print(empty, not empty, bool(empty), bool([0]))
