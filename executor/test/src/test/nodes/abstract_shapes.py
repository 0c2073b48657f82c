from abc import ABC, abstractmethod
from enum import Enum

import weft


class Kind(Enum):
    CIRCLE = "circle"
    SQUARE = "square"
    TRIANGLE = "triangle"


class Shape(ABC):
    def __init__(self, size):
        if size < 0:
            raise ValueError(f"{type(self).__name__} of size {size}")
        self.size = size

    @abstractmethod
    def area(self):
        ...

    def describe(self):
        return f"{self.name} of {self.area():.2f}"


class Circle(Shape):
    name = "circle"

    def area(self):
        return 3.14159 * self.size**2


class Square(Shape):
    name = "square"

    def area(self):
        return self.size * self.size


class Triangle(Shape):
    name = "triangle"


SHAPES = {Kind.CIRCLE: Circle, Kind.SQUARE: Square, Kind.TRIANGLE: Triangle}


class Shapes(weft.Node):
    """Tells of shapes."""

    def process(self, item):
        kind, size = item
        return SHAPES[Kind(kind)](size).describe()
