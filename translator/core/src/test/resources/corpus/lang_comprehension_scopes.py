x = "global"
print([x for x in range(3)], x)
print({k: v for k, v in [("a", 1), ("b", 2)] if v > 1}, {c for c in "hello" if c > "h"} == {"l", "o"})
print([(i, j) for i in range(3) for j in range(i) if (i + j) % 2])
print([[y * 2 for y in row] for row in [[1, 2], [3]]])
gen = (i * i for i in range(4))
print(next(gen), list(gen), sum(i for i in range(5)), any(i > 3 for i in range(5)), all(c.isalpha() for c in "ab1"))
print(",".join(str(n) for n in range(4)), max((len(w), w) for w in ["aa", "b", "ccc"]))
if (n := 10) > 5 and (m := n * 2):
    print(n, m)
print([y := 1, y**2], y, [last := i for i in range(5)], last)
data = [3, 1, 2]
while (item := data.pop() if data else None) is not None:
    print("item", item)
print([f"{a}-{b}" for a, b in zip("ab", [1, 2])], [*(p for p in "xy")])
matrix = [[1, 2, 3], [4, 5, 6]]
print([[row[i] for row in matrix] for i in range(3)], [v for row in matrix for v in row if v % 2 == 0])
fs = [lambda k=k: k for k in range(3)]
print([f() for f in fs], (lambda *a, **kw: (a, kw))(1, 2, z=3))
nested = {"a": {"b": [1, {"c": "deep"}]}}
print(nested["a"]["b"][1]["c"], {**nested, "z": 1}.keys())
words = "the quick brown fox jumps over the lazy dog the end".split()
counts = {}
for w in words:
    counts[w] = counts.get(w, 0) + 1
print(sorted(counts.items(), key=lambda kv: (-kv[1], kv[0]))[:3])
index = {}
for i, w in enumerate(words):
    index.setdefault(w[0], []).append(i)
print(index["t"], len(index))
print(sorted({w: len(w) for w in words}, key=len)[:2], sorted(set(words))[0])
squares = {n: n**2 for n in range(5)}
print(squares, list(squares.items())[-1], 3 in squares, dict(sorted(squares.items(), reverse=True)))
print(*[1, 2, 3], sep="-", end=";\n")
print(*"abc", *range(2))
