from abc import ABC, abstractmethod
from enum import Enum
import math
import weft

class Kind(Enum):
    CIRCLE = "circle"
    RECT = "rect"

class Shape(ABC):
    @abstractmethod
    def area(self) -> float: ...
    def __lt__(self, other):
        return self.area() < other.area()
    def __repr__(self):
        return f"{type(self).__name__}({self.area():.2f})"

class Circle(Shape):
    def __init__(self, r): self.r = r
    def area(self): return math.pi * self.r ** 2

class Rect(Shape):
    def __init__(self, w, h): self.w, self.h = w, h
    def area(self): return self.w * self.h

class Shapes(weft.Node):
    makers = {Kind.CIRCLE: Circle, Kind.RECT: Rect}
    def process(self, items):
        shapes = [self.makers[Kind(i["kind"])](*i["args"]) for i in items]
        return {"sorted": [repr(s) for s in sorted(shapes)], "largest": repr(max(shapes))}
