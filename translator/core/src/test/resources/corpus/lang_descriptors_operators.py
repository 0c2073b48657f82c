"""Descriptors, __getattr__, __call__, operators, class decorators."""
from __future__ import annotations
import functools
import math
from abc import ABC, abstractmethod


class Typed:
    def __init__(self, kind, default=None):
        self.kind = kind
        self.default = default

    def __set_name__(self, owner, name):
        self.name = name
        self.private = "_" + name

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        return getattr(instance, self.private, self.default)

    def __set__(self, instance, value):
        if not isinstance(value, self.kind):
            raise TypeError(f"{self.name} must be {self.kind.__name__}, not {type(value).__name__}")
        setattr(instance, self.private, value)


class Positive(Typed):
    def __set__(self, instance, value):
        super().__set__(instance, value)
        if value <= 0:
            raise ValueError(f"{self.name} must be positive")


class Product:
    name = Typed(str, "?")
    price = Positive(int, 1)

    def __init__(self, name, price):
        self.name = name
        self.price = price

    def __repr__(self):
        return f"Product({self.name!r}, {self.price})"


p = Product("tea", 5)
print(p, p.name, p.price)
p.price = 9
print(p.price)
for bad in ("x", -1):
    try:
        p.price = bad
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
print(type(Product.price).__name__, Product.price.name)


class Proxy:
    def __init__(self, target):
        self._target = target
        self.calls = []

    def __getattr__(self, name):
        attr = getattr(self._target, name)
        if callable(attr):
            @functools.wraps(attr)
            def wrapper(*args, **kwargs):
                self.calls.append(name)
                return attr(*args, **kwargs)
            return wrapper
        return attr


class Calc:
    base = 10

    def add(self, a, b=1):
        """Add."""
        return a + b + self.base

    def mul(self, a, b):
        return a * b


c = Proxy(Calc())
print(c.add(1), c.add(1, b=5), c.mul(3, 4), c.base, c.calls)
print(c.add.__name__, c.add.__doc__)
try:
    c.missing
except AttributeError as e:
    print(e)


class Vector:
    __slots__ = ("x", "y")

    def __init__(self, x, y):
        self.x, self.y = x, y

    def __add__(self, o): return Vector(self.x + o.x, self.y + o.y)
    def __sub__(self, o): return Vector(self.x - o.x, self.y - o.y)
    def __mul__(self, k):
        if isinstance(k, Vector):
            return self.x * k.x + self.y * k.y
        return Vector(self.x * k, self.y * k)
    __rmul__ = __mul__
    def __neg__(self): return Vector(-self.x, -self.y)
    def __abs__(self): return math.hypot(self.x, self.y)
    def __bool__(self): return bool(self.x or self.y)
    def __eq__(self, o): return isinstance(o, Vector) and (self.x, self.y) == (o.x, o.y)
    def __hash__(self): return hash((self.x, self.y))
    def __iter__(self): yield self.x; yield self.y
    def __repr__(self): return f"Vector({self.x}, {self.y})"
    def __format__(self, spec):
        return "(" + ", ".join(format(v, spec) for v in self) + ")"
    def __matmul__(self, o): return self.x * o.y - self.y * o.x
    def __iadd__(self, o):
        self.x += o.x
        self.y += o.y
        return self


v = Vector(3, 4)
w = v
w += Vector(1, 1)
print(v, w is v, 2 * v, v * 2, v * v, -v, abs(Vector(3, 4)), f"{v:.2f}", v @ Vector(1, 0))
x, y = v
print(x, y, bool(Vector(0, 0)), v == Vector(4, 5), len({v, Vector(4, 5)}), v != Vector(0, 1))
try:
    v + 3
except AttributeError as e:
    print("AttributeError", e)
try:
    v.z = 3
except AttributeError as e:
    print("AttributeError", e)


class Polynomial:
    def __init__(self, *coeffs):
        self.coeffs = coeffs

    def __call__(self, x):
        return functools.reduce(lambda acc, c: acc * x + c, self.coeffs, 0)

    def __getitem__(self, i):
        return self.coeffs[-1 - i]

    def __len__(self):
        return len(self.coeffs)

    def __str__(self):
        parts = []
        for power in range(len(self) - 1, -1, -1):
            k = self[power]
            if k:
                parts.append(f"{k:+d}" + (f"x^{power}" if power > 1 else "x" if power else ""))
        return " ".join(parts).lstrip("+")


q = Polynomial(2, 0, -3, 1)
print(q, q(2), [q(i) for i in range(-2, 3)], list(map(q, (0.5, 1.5))))


@functools.total_ordering
class Version:
    def __init__(self, text):
        self.parts = tuple(int(p) for p in text.split("."))

    def __eq__(self, other):
        if not isinstance(other, Version):
            return NotImplemented
        return self.parts == other.parts

    def __lt__(self, other):
        if not isinstance(other, Version):
            return NotImplemented
        return self.parts < other.parts

    def __repr__(self):
        return "v" + ".".join(map(str, self.parts))


vs = [Version(s) for s in ("1.10", "1.2", "1.2.1", "0.9")]
print(sorted(vs), max(vs), Version("1.0") >= Version("0.9"), Version("1") == "1")
try:
    print(Version("1") < 3)
except TypeError as e:
    print(e)


def register(cls=None, *, name=None):
    def wrap(c):
        registry[name or c.__name__.lower()] = c
        return c
    return wrap(cls) if cls is not None else wrap


registry = {}


class Shape(ABC):
    kinds = []

    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        Shape.kinds.append(cls.__name__)

    @abstractmethod
    def area(self) -> float: ...

    @property
    @abstractmethod
    def sides(self): ...

    def describe(self):
        return f"{type(self).__name__} with {self.sides} sides and area {self.area():.1f}"


@register
class Square(Shape):
    sides = 4

    def __init__(self, a): self.a = a
    def area(self): return self.a ** 2


@register(name="disc")
class Circle(Shape):
    def __init__(self, r): self.r = r
    def area(self): return math.pi * self.r ** 2
    @property
    def sides(self): return math.inf


for name, cls in registry.items():
    print(name, cls(2).describe())
print(Shape.kinds)
try:
    Shape()
except TypeError as e:
    print(e)
