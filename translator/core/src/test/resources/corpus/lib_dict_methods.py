d = dict(a=1, b=2)
e = dict([("x", 10), ("y", 20)])
f = dict(zip("pqr", range(3)))
print(d, e, f, dict(d, c=3), {**d, **e}, d | {"b": 5})
print(dict.fromkeys(["k", "l"], 0), d.get("zz"), d.get("zz", -1), d.setdefault("n", []), d)
d["n"].append(1)
d.update(e)
d.update(extra=True)
print(d.pop("a"), d.pop("nope", None), list(d.items()), "b" in d, len(d))
for i, (k, v) in enumerate(sorted(f.items(), key=lambda kv: -kv[1])):
    print(i, k, v)
inverted = {v: k for k, v in f.items()}
print(inverted, min(f, key=f.get), max(f.values()), sum(f.values()))
nested = {"a": {"b": {"c": 1}}}
print(nested["a"]["b"]["c"], nested.get("a", {}).get("z", {}).get("c", "none"))
del nested["a"]["b"]
print(nested, bool(nested["a"]), list(reversed(list(f))))
try:
    d["missing"]
except KeyError as err:
    print("KeyError", err)
keys = f.keys() & {"p", "z"}
print(sorted(keys), f.keys() - {"p"} == {"q", "r"})
