import math
from functools import cached_property, lru_cache


class Circle:
    count = 0

    def __init__(self, radius):
        self._radius = radius
        Circle.count += 1

    @property
    def radius(self):
        """The radius."""
        return self._radius

    @radius.setter
    def radius(self, value):
        if value < 0:
            raise ValueError("negative radius")
        self._radius = value
        self.__dict__.pop("area", None)

    @radius.deleter
    def radius(self):
        print("deleting")
        self._radius = 0

    @property
    def diameter(self):
        return self._radius * 2

    @cached_property
    def area(self):
        print("computing")
        return round(math.pi * self._radius**2, 2)

    @classmethod
    def unit(cls):
        return cls(1)

    @staticmethod
    def valid(value):
        return value >= 0

    @classmethod
    def total(cls):
        return cls.count


class Sub(Circle):
    pass


c = Circle(2)
print(c.radius, c.diameter, c.area, c.area)
c.radius = 3
print(c.area)
try:
    c.radius = -1
except ValueError as e:
    print("error:", e)
try:
    c.diameter = 5
except AttributeError as e:
    print(e)
del c.radius
print(c.radius, Circle.valid(-1), c.valid(4))
print(Circle.unit().radius, type(Sub.unit()).__name__, Circle.total(), Sub.total())


@lru_cache(maxsize=None)
def slow_square(n):
    print("square", n)
    return n * n


@lru_cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(slow_square(3), slow_square(3), slow_square(4))
print(fib(90), fib.cache_info())
slow_square.cache_clear()
print(slow_square(3))
