from dataclasses import dataclass, field, fields, astuple, asdict, replace, InitVar, is_dataclass, FrozenInstanceError
from typing import ClassVar, Optional
import copy


@dataclass(order=True)
class Coin:
    cents: int
    label: str = field(default="?", compare=False)

    def __post_init__(self):
        if self.cents <= 0:
            raise ValueError("worthless")


@dataclass(frozen=True, slots=True)
class Point:
    x: float = 0.0
    y: float = 0.0

    def __add__(self, other: "Point") -> "Point":
        return Point(self.x + other.x, self.y + other.y)

    @classmethod
    def parse(cls, text: str) -> "Point":
        return cls(*map(float, text.split(",")))


@dataclass
class Machine:
    name: str
    prices: dict[str, int] = field(default_factory=dict)
    coins: list[Coin] = field(default_factory=list, repr=False)
    seed: InitVar[int] = 0
    made: ClassVar[int] = 0
    total: int = field(init=False, default=0)

    def __post_init__(self, seed):
        Machine.made += 1
        self.serial = f"{self.name}-{seed:04d}"

    def insert(self, *cents: int) -> "Machine":
        self.coins.extend(Coin(c) for c in cents)
        self.total = sum(c.cents for c in self.coins)
        return self


@dataclass
class Base:
    a: int
    b: int = 2


@dataclass
class Derived(Base):
    c: list = field(default_factory=list)
    d: Optional[str] = None


@dataclass(kw_only=True)
class Options:
    verbose: bool = False
    level: int


@dataclass(eq=False)
class Node:
    value: int
    next: Optional["Node"] = None

    def __iter__(self):
        node = self
        while node:
            yield node.value
            node = node.next


m = Machine("snack", {"chips": 150}, seed=42)
print(m, m.serial, Machine.made, m.insert(100, 50).total)
print(max(Coin(5, "nickel"), Coin(25)), Coin(5, "a") == Coin(5, "b"), sorted([Coin(10), Coin(1)]))
try:
    Coin(0)
except ValueError as e:
    print(e)
p = Point.parse("1.5,2")
print(p + Point(1, 1), hash(p) == hash(Point(1.5, 2.0)), {p: "here"}[Point(1.5, 2)], p == (1.5, 2.0))
try:
    p.x = 3
except FrozenInstanceError as e:
    print(type(e).__name__, e)
d = Derived(1, c=[1, 2])
d2 = copy.deepcopy(d)
d2.c.append(3)
d3 = copy.copy(d)
d3.c.append(9)
print(d, d2, d3, d == d3)
print(asdict(d), astuple(d), [f.name for f in fields(d)], replace(d, a=7, d="x"))
print(Options(level=3), is_dataclass(d), is_dataclass(Point))
try:
    Options(3)
except TypeError as e:
    print(e)
try:
    Derived()
except TypeError as e:
    print(e)
n = Node(1, Node(2, Node(3)))
print(list(n), n == Node(1), sum(n))
print(asdict(Node(1, Node(2))))
match d:
    case Derived(a, b, c=[first, *_]):
        print(a, b, first)
match p:
    case Point(x=0):
        print("origin-ish")
    case Point(x, y) if x < y:
        print("below", x, y)
