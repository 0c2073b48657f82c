from collections import deque
def total(items=()):
    n = 0
    for x in items:
        n += x
    return n
print(total(), total([1, 2]), total((3, 4)), total(range(3)), total({5}), total(x for x in [1, 2]), total(deque([7])))
def show(items=()):
    print(items, len(list(items)), sorted(items), bool(items), isinstance(items, tuple), 3 in items)
    for i, x in enumerate(items):
        print(i, x)
    if isinstance(items, list):
        items.append(9)
        print(items, items[0], len(items))
    a, *b = items
    print(a, b, type(items).__name__, [*items], max(items), sum(items))
show([3, 4]); show((3, 4, 5)); show({3})
class Bag:
    def __init__(self, items=()):
        self.items = list(items)
        self.given = items
    def first(self):
        for x in self.given:
            return x
        return None
    def count(self):
        return len(self.given)
b = Bag()
c = Bag(["a", "b"])
d = Bag({"q"})
print(b.items, c.items, c.first(), b.first(), b.count(), c.given, b.given, d.given)
def get(xs):
    try:
        return xs[0]
    except (TypeError, IndexError) as e:
        return str(e)
print(get([1]), get((2, 3)), get({4}), get(()))
def both(xs, ys):
    return xs + ys
print(both([1], [2]), both((1,), (2,)))
def spread(*a):
    return a
def call(xs):
    return spread(*xs)
print(call([1, 2]), call((1,)), call({3}))
def opt(xs=None):
    if xs is None:
        xs = ()
    return [x * 2 for x in xs]
print(opt(), opt([1]), opt((2, 3)))
def m(xs):
    match xs:
        case [a, b]:
            return f"two {a} {b}"
        case [a, *rest]:
            return f"more {a} {rest}"
        case _:
            return "none"
print(m([1, 2]), m((1, 2, 3)), m({1}), m(()))
def mix(xs):
    return [str(x) for x in xs]
print(mix([1, 2]), mix(("a", "b")), mix([1.5]))
def nest(rows):
    return [[c * 2 for c in r] for r in rows]
print(nest([[1, 2], (3, 4)]), nest(((1,), [2])))
def ret(flag):
    if flag:
        return [1, 2]
    return ()
for x in ret(True):
    print(x)
print(ret(False), ret(True), len(ret(True)), ret(True)[1], not ret(False))
x = ret(True)
x.append(3)
print(x)
g = ret(True) or (5,)
print(g, *g)
print({k: list(v) for k, v in {"a": [1], "b": (2,)}.items()})
import json
print(json.dumps([1, (2, 3)]))
for q in ([1, 2], (3,), {4}):
    print(q, len(q), sum(q))
def two(xs):
    a, b = xs
    return a + b
print(two([1, 2]), two((3, 4)))
def gen(xs):
    yield from xs
print(list(gen([1])), list(gen((2, 3))))
e = [] if len(g) > 100 else (1,)
print(e, e == (1,), e == [1])
print(dict(zip("ab", ret(True))), list(map(str, ret(True))), tuple(ret(True)), set(ret(True)), ", ".join(str(z) for z in ret(True)))
