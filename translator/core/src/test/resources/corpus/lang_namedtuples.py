from collections import namedtuple
from typing import NamedTuple, Optional


class Employee(NamedTuple):
    name: str
    id: int = 3
    boss: Optional[str] = None

    def title(self):
        return self.name.title() + "#" + str(self.id)


Point = namedtuple("Point", ["x", "y"])
Pixel = namedtuple("Pixel", "x y color", defaults=["black"])

e = Employee("ann lee")
print(e, e.title(), e[0], len(e), e._fields)
name, num, boss = e
print(name, num, boss)
print(e._replace(id=9), e._asdict())
p = Point(1, 2)
q = Point(y=5, x=4)
print(p, q, p + q, p == (1, 2), p < q, p._replace(x=10))
print(Pixel(1, 2), Pixel(1, 2, "red").color)
print(sorted([Point(3, 1), Point(1, 9), Point(1, 2)]))
print(max([p, q], key=lambda t: t.y), [a * b for a, b in [p, q]])
print(isinstance(p, tuple), Point._make([7, 8]), dict(zip(p._fields, p)))
x, y = q
print(x, y, *p)
try:
    p.x = 3
except AttributeError as e:
    print("AttributeError")
print({p: "a"}[Point(1, 2)], p.count(1), p.index(2), list(reversed(p)))
