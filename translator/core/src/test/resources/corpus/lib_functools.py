import functools
import operator
from functools import cached_property, lru_cache, partial, reduce, total_ordering

calls = 0


@lru_cache(maxsize=None)
def fib(n):
    global calls
    calls += 1
    return n if n < 2 else fib(n - 1) + fib(n - 2)


@functools.cache
def square(n):
    print("computing", n)
    return n * n


@lru_cache(maxsize=2)
def label(name, loud=False):
    print("label", name)
    return name.upper() if loud else name


@total_ordering
class Version:
    def __init__(self, major, minor):
        self.major = major
        self.minor = minor

    def __eq__(self, other):
        return (self.major, self.minor) == (other.major, other.minor)

    def __lt__(self, other):
        return (self.major, self.minor) < (other.major, other.minor)

    def __repr__(self):
        return f"v{self.major}.{self.minor}"


class Circle:
    def __init__(self, radius):
        self.radius = radius

    @cached_property
    def area(self):
        print("area computed")
        return 3 * self.radius**2


def volume(width, height, depth):
    return width * height * depth


print(fib(40), calls)
print(fib.cache_info())
print(square(3), square(3), square(4))
print(label("a"), label("b"), label("a"), label("c"), label("b"))
print(label.cache_info().hits)
label.cache_clear()
print(label("a", loud=True))
print(Version(1, 2) <= Version(1, 3), Version(2, 0) > Version(1, 9), Version(1, 0) >= Version(1, 0))
print(sorted([Version(2, 1), Version(1, 5), Version(1, 2)]), max(Version(0, 1), Version(0, 2)))
c = Circle(2)
print(c.area, c.area)
base = partial(volume, 2, 3)
print(base(4), partial(volume, 1, depth=5)(2))
print(reduce(operator.mul, [1, 2, 3, 4]), reduce(lambda a, b: a + b, ["x", "y"], ">"))
words = ["pear", "Fig", "apple"]
print(sorted(words, key=functools.cmp_to_key(lambda a, b: len(a) - len(b))))
