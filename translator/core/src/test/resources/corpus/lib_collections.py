from collections import ChainMap, Counter, OrderedDict, defaultdict, deque, namedtuple

Point = namedtuple("Point", ["x", "y"])
Color = namedtuple("Color", "red green blue", defaults=[0, 0])

p = Point(3, y=4)
print(p, p.x + p.y, p[0], p == (3, 4), p._replace(x=10), p._asdict())
x, y = p
print(x, y, Point._fields, Point._make([7, 8]))
print(Color(255), len(Color(1, 2, 3)))

d = deque([1, 2, 3], maxlen=4)
d.append(4)
d.append(5)
d.appendleft(0)
print(d, d[0], d[-1], len(d), 3 in d, d.maxlen)
d.rotate(1)
print(list(d), d.pop(), d.popleft(), list(reversed(d)))
d.extend([8, 9])
d.extendleft([7])
print(d, d.index(8), d.count(9))
if len(d) < 4:
    d.insert(1, 100)
d.remove(8)
d.clear()
print(d, bool(d), deque("abc"))

groups = defaultdict(list)
for word in "the quick brown fox jumps over the lazy dog".split():
    groups[len(word)].append(word)
print(dict(groups), groups[99], 99 in groups)
nested = defaultdict(lambda: defaultdict(int))
nested["a"]["b"] += 2
print({k: dict(v) for k, v in nested.items()})

c = Counter("mississippi")
print(c, c["s"], c["z"], c.most_common(2))
c.update("miss")
c.subtract({"i": 2})
print(c, sum(c.values()), c.total(), sorted(c.elements())[:4])
print(Counter(a=3, b=1) + Counter(a=1, b=2), Counter(a=3, b=1) - Counter(a=1, b=2))
print(Counter(a=3, b=1) & Counter(a=1, b=2), Counter(a=3, b=1) | Counter(a=1, b=2))

o = OrderedDict([("one", 1), ("two", 2), ("three", 3)])
o.move_to_end("one")
print(o, list(o), o.popitem(last=False), list(o.keys()))
print(OrderedDict(a=1) == OrderedDict(a=1))

m = ChainMap({"a": 1}, {"a": 2, "b": 3})
print(m["a"], m["b"], m.get("c", 0), sorted(m), len(m))
m["c"] = 9
print(m.maps[0])
