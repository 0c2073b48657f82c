d = {"b": 2, "a": 1}
d["c"] = 3
print(d, list(d), sorted(d), d.get("z"), d.get("z", 0), "a" in d, len(d))
d |= {"d": 4}
print(d | {"a": 100}, d.pop("b"), d.pop("zz", None), d.setdefault("e", []), d)
d["e"].append(5)
for k, v in d.items():
    print(k, v, end="; ")
print()
print({v: k for k, v in {"x": 1, "y": 2}.items()}, dict(a=1, b=2), dict([("k", "v")]), dict.fromkeys("ab", 0))
print(list(d.values()), list(d.items())[0], max(d, key=lambda k: str(d[k])), d.popitem())
nested = {}
for path in ("a.b.c", "a.b.d", "x"):
    node = nested
    for part in path.split("."):
        node = node.setdefault(part, {})
print(nested)
inv = {}
for word in ["apple", "avocado", "bean"]:
    inv.setdefault(word[0], set()).add(word)
print({k: sorted(v) for k, v in inv.items()})
d1, d2 = {"a": 1, "b": 2}, {"b": 2, "a": 1}
print(d1 == d2, d1 is d2, d1.keys() & {"a", "q"}, d1.keys() == d2.keys())
copy = d1.copy()
copy["a"] = 99
print(d1, copy, {**d1, "c": 3})
d1.update(b=20, c=30)
d1.update([("z", 26)])
print(d1)
try:
    for k in d1:
        if k == "a":
            d1["new"] = 1
except RuntimeError as e:
    print(e)
print(sorted({"x": 3, "y": 1}.items(), key=lambda kv: kv[1]), list(reversed({"p": 1, "q": 2})))
d1.clear()
print(d1, not d1, bool({0: 0}))
