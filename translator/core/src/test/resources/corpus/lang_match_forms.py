from dataclasses import dataclass
from enum import Enum


class Color(Enum):
    RED = 1
    GREEN = 2


@dataclass
class Point:
    x: int
    y: int


@dataclass
class Line:
    start: Point
    end: Point


class Temp:
    __match_args__ = ("value", "unit")

    def __init__(self, value, unit):
        self.value = value
        self.unit = unit


def describe(v):
    match v:
        case None:
            return "none"
        case True | False:
            return f"bool {v}"
        case 0:
            return "zero"
        case int(n) if n < 0:
            return f"negative {n}"
        case int() | float():
            return f"number {v}"
        case "hello" | "hi" as word:
            return f"greeting {word}"
        case str(s):
            return f"string of {len(s)}"
        case Color.RED:
            return "red"
        case Color():
            return f"color {v.name}"
        case Point(0, 0):
            return "origin"
        case Point(x=0, y=y):
            return f"on y at {y}"
        case Point(x, y) if x == y:
            return f"diagonal {x}"
        case Line(Point(x1, _), Point(x2, _)):
            return f"line {x1}->{x2}"
        case Temp(v, "C"):
            return f"{v} celsius"
        case []:
            return "empty list"
        case [x]:
            return f"one {x}"
        case [first, *rest] if len(rest) > 3:
            return f"long {first} +{len(rest)}"
        case [1, [2, inner], *_]:
            return f"nested {inner}"
        case (a, b):
            return f"pair {a} {b}"
        case {"type": "click", "pos": (x, y)}:
            return f"click {x},{y}"
        case {"type": str(t), **rest}:
            return f"event {t} {sorted(rest)}"
        case {}:
            return "some dict"
        case _:
            return f"other {type(v).__name__}"


for value in [
    None, True, 0, -5, 3, 2.5, "hi", "something", Color.RED, Color.GREEN, Point(0, 0), Point(0, 7),
    Point(4, 4), Point(1, 2), Line(Point(1, 2), Point(3, 4)), Temp(20, "C"), Temp(20, "F"), [], [9],
    [1, 2, 3, 4, 5], [1, [2, 3], 4], (1, 2), {"type": "click", "pos": (3, 4)},
    {"type": "key", "code": 13, "a": 1}, {"z": 1}, {1, 2}, [1, 2, 3],
]:
    print(describe(value))
