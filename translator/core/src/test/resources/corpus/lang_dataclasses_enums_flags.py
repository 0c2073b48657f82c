"""Dataclasses with inheritance, field options, enums and flags."""
import dataclasses
import json
from dataclasses import dataclass, field, asdict, astuple, replace, fields, KW_ONLY, InitVar
from enum import Enum, IntEnum, Flag, IntFlag, StrEnum, auto, unique
from typing import ClassVar, Optional, Any


class Permission(Flag):
    READ = auto()
    WRITE = auto()
    EXECUTE = auto()
    ALL = READ | WRITE | EXECUTE


class Color(StrEnum):
    RED = auto()
    GREEN = auto()


class Priority(IntEnum):
    LOW = 1
    HIGH = 10

    @classmethod
    def parse(cls, text):
        return cls[text.upper()]

    @property
    def label(self):
        return self.name.title()


@unique
class Planet(Enum):
    MERCURY = (3.303e+23, 2.4397e6)
    EARTH = (5.976e+24, 6.37814e6)

    def __init__(self, mass, radius):
        self.mass = mass
        self.radius = radius

    @property
    def gravity(self):
        return 6.67300E-11 * self.mass / (self.radius * self.radius)

    def __str__(self):
        return self.name.capitalize()


@dataclass(order=True)
class Item:
    sort_index: float = field(init=False, repr=False)
    name: str
    price: float = 0.0
    tags: list[str] = field(default_factory=list, compare=False)
    count: ClassVar[int] = 0

    def __post_init__(self):
        self.sort_index = -self.price
        Item.count += 1


@dataclass
class Base:
    id: int
    created: str = "now"


@dataclass
class User(Base):
    name: str = "anon"
    email: Optional[str] = None
    _: KW_ONLY
    admin: bool = False
    secret: str = field(default="s", repr=False)
    scale: InitVar[int] = 1

    def __post_init__(self, scale):
        self.id *= scale


@dataclass(frozen=True, slots=True)
class Point:
    x: int = 0
    y: int = 0

    def moved(self, **kw):
        return replace(self, **kw)


@dataclass
class Tree:
    value: Any
    children: list["Tree"] = field(default_factory=list)

    def walk(self, depth=0):
        yield depth, self
        for c in self.children:
            yield from c.walk(depth + 1)


print(Permission.READ | Permission.WRITE, Permission.ALL, ~Permission.READ)
print(Permission.READ in Permission.ALL, bool(Permission.READ & Permission.WRITE), Permission(3), list(Permission.ALL))
p = Permission.READ
p |= Permission.EXECUTE
print(p, p.value, repr(p), [m.name for m in Permission])
print(Color.RED, Color.RED == "red", repr(Color.GREEN), Color("green").name, f"{Color.RED:>6}")
print(Priority.parse("high"), Priority.HIGH > Priority.LOW, Priority.HIGH + 1, Priority.LOW.label, repr(Priority(10)))
try:
    Priority(5)
except ValueError as e:
    print(e)
try:
    Priority["NONE"]
except KeyError as e:
    print("KeyError", e)
for planet in Planet:
    print(planet, f"{planet.gravity:.2f}", planet.value, repr(planet))
print(Color.__members__)
print(len(Planet), Planet.EARTH in Planet, isinstance(Planet.EARTH, Planet))

items = [Item("pen", 1.5), Item("book", 12.0, ["paper"]), Item("cup", 4.25)]
print(sorted(items))
print(Item.count, items[0] < items[1], items[0] == Item("pen", 1.5, ["x"]))
u = User(3, name="bob", admin=True, scale=10)
print(u, asdict(u), astuple(u))
print([f.name for f in fields(u)], u.secret)
try:
    User(1, "a", "b", "c", True)
except TypeError as e:
    print("TypeError", e)
pt = Point(1)
print(pt, pt.moved(y=5), hash(pt) == hash(Point(1, 0)), {pt: "a"}[Point(1)])
try:
    pt.x = 3
except dataclasses.FrozenInstanceError as e:
    print(type(e).__name__, e)
t = Tree("root", [Tree("a", [Tree(1), Tree(2)]), Tree("b")])
for depth, node in t.walk():
    print("  " * depth + str(node.value))
print(json.dumps(asdict(t)))
print(t == Tree("root", [Tree("a", [Tree(1), Tree(2)]), Tree("b")]))
print(dataclasses.is_dataclass(t), dataclasses.is_dataclass(3))


class Weekday(Enum):
    MON = 1
    TUE = 2
    SUN = 7

    @classmethod
    def _missing_(cls, value):
        if isinstance(value, str):
            for m in cls:
                if m.name.lower() == value.lower():
                    return m
        return None

    def next(self):
        members = list(Weekday)
        return members[(members.index(self) + 1) % len(members)]


print(Weekday("sun"), Weekday(2).next(), Weekday.SUN.next())
try:
    Weekday("x")
except ValueError as e:
    print(e)
