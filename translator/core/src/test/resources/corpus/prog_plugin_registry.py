from abc import ABC, abstractmethod
from typing import ClassVar, Protocol, runtime_checkable


@runtime_checkable
class Greeter(Protocol):
    def greet(self, name: str) -> str: ...


class Shape(ABC):
    registry: ClassVar[dict] = {}

    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        Shape.registry[cls.__name__] = cls

    @abstractmethod
    def area(self): ...

    @property
    @abstractmethod
    def name(self): ...

    def describe(self):
        return f"{self.name} with area {self.area():.2f}"


class Square(Shape):
    def __init__(self, side):
        self.side = side

    def area(self):
        return self.side**2

    @property
    def name(self):
        return "square"


class Circle(Shape):
    def __init__(self, r):
        self.r = r

    def area(self):
        return 3.14159 * self.r * self.r

    @property
    def name(self):
        return "circle"


class Broken(Shape):
    def area(self):
        return 0


class English:
    def greet(self, name):
        return f"hello {name}"


print(sorted(Shape.registry))
print(Shape.registry["Square"](3).describe(), Circle(1).describe())
for cls in (Shape, Broken):
    try:
        cls()
    except TypeError as e:
        print(e)
print(isinstance(English(), Greeter), isinstance(Square(1), Greeter), issubclass(Square, Shape))
print([c.__name__ for c in Square.__mro__], Square.__bases__[0].__name__)
