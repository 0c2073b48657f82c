d = {1: "a", True: "b", 2.0: "c", 2: "d"}
print(d, d[1.0], d.get(2), 1.0 in d)
d = {i: i for i in range(20)}
for k in list(d):
    if k % 3: del d[k]
print(d, d.popitem(), len(d))
d[1] = 2; d[0] = 9
print(d, list(d.items()), list(reversed(list(d))))
try:
    for k in d: d[k + 100] = 1
except RuntimeError as e:
    print(e)
try:
    for k in d:
        d.pop(k)
except RuntimeError as e:
    print(e)
from collections import OrderedDict, defaultdict, Counter
q = defaultdict(list); q["a"].append(1); print(q, q["b"], dict(q), q == {"a": [1], "b": []})
c = Counter("abracadabra"); print(c.most_common(2), c["zz"], c)
x = {}
for i in range(50):
    x[i] = 1
    if i > 5: del x[i - 5]
print(x, {**x, 3: 4} == dict(x, **{}) | {3: 4})
print({"a": ...}["a"], {(1, 2): 3}[(1, 2)], {None: 1}[None])
e = {}
e["k"] = 1; del e["k"]; e["k"] = 2; print(e, e.setdefault("z", []), e.keys() & {"k"}, list(e.values()))
e.clear(); print(e, bool(e)); e.update(a=1); print(e, e.copy() is e)
o = OrderedDict((i, 0) for i in range(5))
o.move_to_end(1)
o.move_to_end(3, last=False)
print(list(o), o.popitem(last=False), o.popitem(), list(o))
queue = {}
for i in range(2000):
    queue[i] = i
    if i >= 3:
        del queue[next(iter(queue))]
print(queue)
x = [1, 2]
y = {"a": 1}
z = {**y, "b": 2}
y["c"] = 3
w = dict(z)
w["d"] = 4
del z["a"]
print(y, z, w, {**w, **y})
