import dataclasses
from dataclasses import asdict, astuple, dataclass, field, replace
from typing import ClassVar, Optional


@dataclass
class Item:
    name: str
    price: float = 0.0
    tags: list[str] = field(default_factory=list)
    count: ClassVar[int] = 0

    def total(self, quantity: int = 1) -> float:
        return self.price * quantity


@dataclass(frozen=True)
class Point:
    x: int
    y: int = 0

    @property
    def norm1(self):
        return abs(self.x) + abs(self.y)


@dataclass(order=True)
class Job:
    priority: int
    name: str = field(compare=False)
    attempts: int = field(default=0, repr=False)
    parent: Optional["Job"] = None


@dataclass
class Square:
    side: float
    area: float = field(init=False)

    def __post_init__(self):
        self.area = self.side**2


a = Item("pen", 1.5)
b = Item("pen", 1.5, [])
a.tags.append("blue")
print(a, b, a == b, a.total(3), b.tags)
print(asdict(a), astuple(a))
p = Point(3, -4)
print(p, p.norm1, p == Point(3, -4), hash(p) == hash(Point(3, -4)), {p: "here"}[Point(3, -4)])
try:
    p.x = 5
except dataclasses.FrozenInstanceError as e:
    print(type(e).__name__, e)
print(replace(p, y=7))
jobs = [Job(3, "c"), Job(1, "z"), Job(2, "a")]
print(sorted(jobs)[0], min(jobs).name, Job(1, "x") < Job(2, "w"))
print(Square(3), [f.name for f in dataclasses.fields(Item)])
print(dataclasses.is_dataclass(Item), dataclasses.is_dataclass(5))
