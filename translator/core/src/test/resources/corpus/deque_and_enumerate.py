def f(xs):
    for i, x in enumerate(xs):
        if x == 2: continue
        print(i, x)
        for i, (a, b) in enumerate([(1, 2), (3, 4)], 5):
            print(i, a, b)
    else:
        print("else", i)
    return i
print(f([1, 2, 3]))
print([i * x for i, x in enumerate([1.5, 2])], {k: v for v, k in enumerate("abc", -1)})
from collections import deque
d = deque([1, 2, 3], maxlen=4); d.append(4); d.append(5); d.appendleft(0); print(d, d[1], d[-1], len(d))
d.rotate(1); print(d); d.rotate(-2); print(d); d[0] = None; print(d, d.pop(), d.popleft(), None in d)
d = deque(range(20)); d.remove(5); d.insert(2, "x"); print(d, d.index("x"), d.count(3)); d.extendleft([7, 8]); print(list(reversed(d)), d[3])
try:
    for x in d: d.append(1)
except RuntimeError as e: print(e)
d.clear(); print(d, bool(d), d == deque())
def m(a, b):
    match a, b:
        case 1, _: return "one"
        case ("q" | "r", 2) | (3, 4): return "or"
        case x, y if x == y: return ("same", x)
        case (None, [p, q]): return p + q
        case _: return "other"
print([m(1, 2), m("q", 2), m(3, 4), m(5, 5), m(None, [1, 2]), m(7, 8)])
x = [1, 2]; y = {"a": 1}
z = {**y, "b": 2}; y["c"] = 3; w = dict(z); w["d"] = 4; del z["a"]; print(y, z, w, {**w, **y})

