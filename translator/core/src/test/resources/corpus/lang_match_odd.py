from dataclasses import dataclass
from enum import IntEnum, Flag
from typing import NamedTuple
import asyncio


class Level(IntEnum):
    LOW = 1
    HIGH = 2


class Pos(NamedTuple):
    x: int
    y: int


@dataclass(frozen=True)
class Box:
    content: object
    size: float = 1.0


@dataclass
class Node:
    value: int
    next: "Node | None" = None


def named(p):
    match p:
        case Pos(0, y):
            return f"axis {y}"
        case (x, 1):
            return f"one {x}"
        case Pos(x=x):
            return f"x {x}"
        case _:
            return "?"


def levels(n):
    match n:
        case Level.LOW:
            return "low"
        case Level.HIGH:
            return "high"
        case _:
            return "none"


def only(l: Level):
    match l:
        case Level.LOW:
            kind = "l"
        case Level.HIGH:
            kind = "h"
    return kind


def boxes(b):
    match b:
        case Box(Box(Box(inner))):
            return inner
        case Box(Box(inner)):
            return inner
        case Box(content=str(text), size=s) if s > 2:
            return text * 2
        case Box(content=[first, *_] | (first, _)):
            return first
        case Box(content={"k": v}):
            return v
        case Box(None):
            return "empty"
        case Box(float(f)):
            return f / 2
        case Box(int(i)):
            return -i
        case Box():
            return "?"


def length(node):
    n = 0
    while True:
        match node:
            case None:
                return n
            case Node(_, rest):
                n += 1
                node = rest


def text_cases(s):
    match s:
        case "":
            return 0
        case "a" if len(s) > 0:
            return 1
        case "b" | "c":
            return 2
        case other:
            return other


def module_like(values):
    out = []
    for v in values:
        match v:
            case int() as n if n > 10:
                out.append(("big", n))
            case int(n) | float(n):
                out.append(("num", n))
            case [int(a), int(b)] if (total := a + b) > 3:
                out.append(("sum", total))
            case [*items]:
                out.append(("list", [i for i in items if isinstance(i, str)]))
            case _:
                out.append(None)
    return out


async def worker(q, log):
    while True:
        match await q.get():
            case ("stop", _):
                return
            case ("add", n):
                async def later():
                    await asyncio.sleep(0)
                    log.append(n)
                await later()
            case ("log", str() as m):
                log.append(m)
            case other:
                log.append(("odd", other))


async def main():
    q, log = asyncio.Queue(), []
    for item in [("add", 1), ("log", "m"), ("add", 2), ("log", 3), ("stop", None)]:
        q.put_nowait(item)
    await worker(q, log)
    print(log)


def gen(commands):
    for c in commands:
        match c.split():
            case ["emit", x]:
                yield x
            case ["twice", x]:
                yield x
                yield x
            case ["end"]:
                return


match Pos(1, 2):
    case Pos(px, py):
        print("module", px, py)
match [1, 2, 3]:
    case [head, *tail] if head:
        pass
print(head, tail)
print([named(p) for p in [Pos(0, 3), Pos(4, 1), (5, 1), Pos(6, 7), 8]])
print([levels(n) for n in [Level.LOW, 2, 3, True, 1.0]], only(Level.HIGH))
print([boxes(b) for b in [Box(Box(Box(1))), Box(Box(2)), Box("t", 3.0), Box([4, 5]), Box((6, 7)), Box({"k": 8}), Box(None), Box(9.0), Box(10), Box("t")]])
print(length(Node(1, Node(2, Node(3)))), length(None))
print([text_cases(s) for s in ["", "a", "b", "z"]])
print(module_like([11, 5, 2.5, [2, 2], [1, 1], ["a", 1, "b"], "s"]))
asyncio.run(main())
print(list(gen(["emit 1", "twice 2", "other", "end", "emit 3"])))
def f(words):
    while (word := words.pop()) != "stop":
        print(word)
    else:
        print("last", word)


f(["stop", "a", "b"])
