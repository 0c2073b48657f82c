from dataclasses import dataclass, field
from enum import Enum
from typing import NamedTuple, Optional


@dataclass
class Point:
    x: int
    y: int = 0

    def dist2(self):
        return self.x ** 2 + self.y ** 2


@dataclass
class Job:
    name: str
    priority: int = 1
    tags: list = field(default_factory=list)
    done: bool = False


@dataclass(frozen=True)
class Key:
    a: str
    b: int


@dataclass(order=True)
class Item:
    rank: int
    label: str


class Color(Enum):
    RED = 1
    GREEN = 2

    def describe(self):
        return f"{self.name}={self.value}"


class Pair(NamedTuple):
    left: int
    right: str


p = Point(3, 4)
print(p, p.dist2(), p == Point(3, 4), p.x)
p.x = 10
print(p)
j = Job("build", tags=["ci"])
j.tags.append("x")
j.done = True
print(j, Job("test"))
print({Key("k", 1): "v"}[Key("k", 1)], Key("a", 2))
print(sorted([Item(2, "b"), Item(1, "z"), Item(1, "a")]), Item(1, "a") < Item(2, "a"))
print(Color.RED, Color.RED.name, Color.RED.value, repr(Color.GREEN), Color(2), Color.RED.describe(), Color["GREEN"])
for c in Color:
    print(c)
print(Color.RED == Color.RED, Color.RED is Color.GREEN)
q = Pair(1, "r")
print(q, q.left, q[1])
l, r = q
print(l, r)
