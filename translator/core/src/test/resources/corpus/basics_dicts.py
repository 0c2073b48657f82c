d = {"a": 1, "b": 2}
d["c"] = 3
print(d, len(d), d["a"], d.get("z"), d.get("z", 0), "a" in d, "q" in d)
for k in d:
    print(k, d[k])
for k, v in d.items():
    print(k, v)
print(list(d.keys()), list(d.values()), list(d.items()))
d.update({"a": 10, "e": 5})
print(d, d.pop("b"), d)
del d["e"]
print(d, d.setdefault("x", 7), d)
sq = {n: n * n for n in range(5)}
print(sq, {v: k for k, v in sq.items()})
groups = {}
for w in ["apple", "avocado", "bean", "cherry", "banana"]:
    groups.setdefault(w[0], []).append(w)
print(groups)
counts = {}
for ch in "mississippi":
    counts[ch] = counts.get(ch, 0) + 1
print(counts, sorted(counts.items(), key=lambda kv: kv[1], reverse=True))
try:
    d["missing"]
except KeyError as e:
    print("KeyError", e)
s = {3, 1, 2, 3}
s.add(5)
s.discard(1)
print(s, 3 in s, len(s), s | {9}, s & {2, 3}, s - {2}, s ^ {2, 100})
print(sorted({x % 3 for x in range(10)}), set(), frozenset([1, 2]))
print({"nested": {"list": [1, {"deep": None}]}})
merged = {**d, "new": 1}
print(merged, d == {"a": 10, "c": 3, "x": 7})
print({1: "one", 2: "two"}, {(1, 2): "pair"}, {True: "yes"})
from collections import defaultdict, Counter, deque
dd = defaultdict(list)
dd["x"].append(1)
dd["y"].append(2)
dd["x"].append(3)
print(dict(dd), dd)
ci = defaultdict(int)
for ch in "hello":
    ci[ch] += 1
print(dict(ci))
c = Counter("abracadabra")
print(c.most_common(2), c["a"], c["zz"], c)
q = deque([1, 2, 3], maxlen=3)
q.append(4)
q.appendleft(0)
print(q, q.popleft(), q.pop(), len(q))
