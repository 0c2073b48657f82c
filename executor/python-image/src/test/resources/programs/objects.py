# Classes, attributes, descriptors, closures: what the caches of the bytecode loop are for.
import dataclasses
import enum
import functools


class Point:
    __slots__ = ("x", "y")
    made = 0

    def __init__(self, x, y):
        self.x, self.y = x, y
        Point.made += 1

    def __add__(self, other):
        return Point(self.x + other.x, self.y + other.y) if isinstance(other, Point) else NotImplemented

    def __eq__(self, other):
        return (self.x, self.y) == (other.x, other.y)

    def __hash__(self):
        return hash((self.x, self.y))

    def __repr__(self):
        return f"Point({self.x}, {self.y})"


total = Point(0, 0)
for i in range(300):
    total = total + Point(i, -i)
print(total, Point.made, total == Point(44850, -44850), {Point(1, 2): "found"}[Point(1, 2)])
for broken in (lambda: total + 1, lambda: total.z, lambda: setattr(total, "z", 1), lambda: Point(1)):
    try:
        broken()
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)


class Base:
    def __init__(self):
        self.log = ["base"]

    def speak(self):
        return "base"

    @property
    def loud(self):
        return self.speak().upper()

    @classmethod
    def create(cls):
        return cls()

    @staticmethod
    def plain(a, b=2):
        return a * b


class Left(Base):
    def speak(self):
        return "left+" + super().speak()


class Right(Base):
    def speak(self):
        return "right+" + super().speak()


class Both(Left, Right):
    def __getattr__(self, name):
        return f"missing {name}"


things = [Base.create(), Left.create(), Both.create()]
for _ in range(20):
    voices = [thing.loud for thing in things]
print(voices, [c.__name__ for c in Both.__mro__], things[2].nothing, Both.plain(4), Both().plain(4, b=5))


@dataclasses.dataclass(order=True, frozen=True)
class Entry:
    key: int
    names: tuple = dataclasses.field(default=(), compare=False)


class Color(enum.Enum):
    RED = 1
    GREEN = enum.auto()


print(sorted([Entry(3), Entry(1, ("a",)), Entry(2)]), Color(2), Color["RED"].value, list(Color))


def counter():
    count = 0

    def step(by=1):
        nonlocal count
        count += by
        return count

    return step


one, two = counter(), counter()
print([one() for _ in range(5)], two(10), one(-5))


@functools.lru_cache(maxsize=None)
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(80), fib.cache_info(), functools.reduce(lambda a, b: a * b, range(1, 21)))


class Meta(type):
    def __new__(mcs, name, bases, members, **options):
        made = super().__new__(mcs, name, bases, members, **options)
        made.options = options
        return made


class Root:
    def __init_subclass__(cls, **kw):
        super().__init_subclass__()


class Configured(Root, metaclass=Meta, level=3):
    def __init_subclass__(cls, **kw):
        super().__init_subclass__()
        cls.kw = kw


class Sub(Configured, level=4):
    pass


print(Configured.options, Sub.options, Sub.kw)
