from dataclasses import dataclass
from enum import Enum


@dataclass
class Num:
    value: float


@dataclass
class BinOp:
    op: str
    left: object
    right: object


@dataclass
class Neg:
    operand: object


class Key(Enum):
    UP = 1
    DOWN = 2


class Vec:
    __match_args__ = ("x", "y")

    def __init__(self, x, y):
        self.x, self.y = x, y


def evaluate(node):
    match node:
        case Num(value=v):
            return v
        case Neg(Num(v)):
            return -v
        case Neg(inner):
            return -evaluate(inner)
        case BinOp("+", left, right):
            return evaluate(left) + evaluate(right)
        case BinOp("*", Num(0), _) | BinOp("*", _, Num(0)):
            return 0
        case BinOp("*", left, right):
            return evaluate(left) * evaluate(right)
        case BinOp(op=other):
            raise NotImplementedError(other)


def handle(event):
    match event:
        case {"type": "key", "key": Key.UP | Key.DOWN as key}:
            return f"arrow {key.name}"
        case {"type": "click", "pos": [x, y], **rest} if rest:
            return f"click at {x},{y} with {sorted(rest)}"
        case {"type": "click", "pos": (x, y)}:
            return f"click at {x},{y}"
        case {"type": str(kind)}:
            return f"unknown {kind}"
        case {}:
            return "untyped"
        case [] | ():
            return "empty"
        case [only]:
            return f"one {only!r}"
        case [first, *middle, last]:
            return f"{first}..{last} around {len(middle)}"
        case str() as s if s.isdigit():
            return f"digits {int(s)}"
        case "quit" | "exit":
            return "bye"
        case bool(b):
            return f"bool {b}"
        case int(n) | float(n) if n < 0:
            return f"negative {n}"
        case 0:
            return "zero"
        case int() | float():
            return "number"
        case Vec(0, y):
            return f"on y axis at {y}"
        case Vec(x=x, y=y) if x == y:
            return f"diagonal {x}"
        case None:
            return "none"
        case _:
            return f"other {type(event).__name__}"


tree = BinOp("+", Num(2), BinOp("*", Neg(Num(3)), Neg(Neg(Num(4)))))
print(evaluate(tree), evaluate(BinOp("*", Num(0), Num(9))))
try:
    evaluate(BinOp("/", Num(1), Num(2)))
except NotImplementedError as e:
    print("not implemented:", e)
events = [
    {"type": "key", "key": Key.UP}, {"type": "click", "pos": [1, 2], "button": "left"},
    {"type": "click", "pos": (3, 4)}, {"type": "scroll"}, {"x": 1}, [], [7], [1, 2, 3, 4], "42",
    "quit", "hello", True, -5, -2.5, 0, 17, Vec(0, 3), Vec(2, 2), Vec(1, 2), None, {1},
]
for event in events:
    print(handle(event))
