class Celsius(float):
    def to_f(self):
        return self * 9 / 5 + 32

class UserId(int):
    def __repr__(self):
        return f"UserId({int(self)})"

class Tag(str):
    def shout(self):
        return self.upper() + "!"

class Point(tuple):
    def __new__(cls, x, y):
        return super().__new__(cls, (x, y))
    @property
    def x(self):
        return self[0]
    @property
    def y(self):
        return self[1]
    def __add__(self, other):
        return Point(self.x + other.x, self.y + other.y)

class Bounded(int):
    def __new__(cls, value, top=10):
        self = int.__new__(cls, min(value, top))
        self.top = top
        return self

class Slug(str):
    def __new__(cls, text):
        return str.__new__(cls, text.lower().replace(" ", "-"))

c = Celsius(21.5)
print(c, c.to_f(), c + 1, 1 + c, c > 20, round(c), type(c).__name__, isinstance(c, float), f"{c:.2f}", repr(c), -c, abs(c), int(c), sum([c, c]), max(c, 3.0))
u = UserId(7)
print(u, repr(u), u + 1, u == 7, 7 == u, {u: "x"}[7], {7: "y"}[u], u in [7], u in {7}, [u], hash(u) == hash(7), list(range(u)), u * 2, 3 - u, u < 8, 8 > u, str(u), "%d" % u, f"{u:03}", bool(UserId(0)), u // 2, -u, u & 3, divmod(u, 2), [1,2,3,4,5,6,7,8][u], isinstance(u, int))
t = Tag("hi")
print(t, t.shout(), t + "x", "x" + t, t == "hi", "hi" == t, len(t), t[0], t[::-1], list(t), "i" in t, {t: 1}["hi"], {"hi": 2}[t], t.split("i"), t.startswith("h"), f"[{t:>5}]", "".join([t, "b"]), sorted([Tag("b"), "a"]), isinstance(t, str), repr(t), hash(t) == hash("hi"), t * 2, t < "z", "%s" % t, "a-hi".replace(t, "X"), t in "a hi b", t.encode(), [t])
p = Point(1, 2)
print(p, p.x, p + Point(3, 4), p == (1, 2), (1, 2) == p, len(p), list(p), {p: 1}[(1, 2)], {(1, 2): 5}[p], isinstance(p, tuple), p < (1, 3), p[-1], p[:1], 2 in p, hash(p) == hash((1, 2)))
x, y = p
print(x, y, repr(p), str(p), sum(p), max(p), sorted([Point(2, 1), p]))
b = Bounded(50)
print(b, b.top, b + 1, Bounded(3, top=5).top)
print(Slug("Hello World"), Slug("A B").split("-"))
import json
print(json.dumps({"u": u, "t": t, "p": p, "c": c}))
def takes(name: str, n: int) -> str:
    return name.upper() + str(n + 1)
print(takes("a", 1))
