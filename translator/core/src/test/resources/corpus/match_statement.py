from dataclasses import dataclass


@dataclass
class Circle:
    r: float


@dataclass
class Rect:
    w: float
    h: float


def area(s):
    match s:
        case Circle(r=r):
            return 3 * r * r
        case Rect(w, h) if w == h:
            return w * w
        case Rect(w, h):
            return w * h
        case _:
            return -1


def kind(x):
    match x:
        case 0:
            return "zero"
        case 1 | 2:
            return "small"
        case int():
            return "int"
        case str() as s:
            return "str " + s
        case [a, b]:
            return f"pair {a} {b}"
        case [first, *rest]:
            return f"list {first} {rest}"
        case {"type": t}:
            return f"dict {t}"
        case None:
            return "none"
        case _:
            return "other"


print(area(Circle(2)), area(Rect(2, 2)), area(Rect(2, 3)), area("x"))
for v in [0, 2, 50, "s", [1, 2], [1, 2, 3], {"type": "T", "z": 1}, None, 2.5]:
    print(kind(v))


def command(line):
    match line.split():
        case ["go", direction]:
            return "going " + direction
        case ["stop"]:
            return "stopping"
        case ["say", *words]:
            return " ".join(words)
        case _:
            return "unknown"


for line in ["go north", "stop", "say hi all", "jump"]:
    print(command(line))
