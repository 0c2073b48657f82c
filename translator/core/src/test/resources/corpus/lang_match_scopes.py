from dataclasses import dataclass
from enum import Enum


@dataclass
class Point:
    x: int
    y: int


@dataclass
class Segment:
    start: Point
    end: Point


@dataclass
class Label:
    text: str
    at: object


class Shade(Enum):
    DARK = 1
    LIGHT = 2
    CLEAR = 3


class Animal:
    def __init__(self, name):
        self.name = name


class Dog(Animal):
    pass


class Failure(Exception):
    def __init__(self, code):
        super().__init__(code)
        self.code = code


def kept_after(value):
    found = "nothing"
    match value:
        case Point(x=0, y=found):
            pass
        case Label(text=found) if found != "skip":
            pass
        case [found, *_]:
            pass
    return found


def seen_after_a_guard(value):
    match value:
        case [first, second] if first > second:
            return "falls"
        case [_, _]:
            pass
    return f"first was {first}"


def rebinds_its_subject(value):
    match value:
        case Label(value, None):
            value = value.upper()
        case Label(value, _) if len(value) > 3:
            value += "!"
        case Label("abc", value):
            value = [value]
        case _:
            value = "none of them"
    return value


def types_of_one_name(value):
    match value:
        case Point(a, _):
            return a + 1
        case Label(a, _):
            return a + "1"
        case [a, *b]:
            return [a, len(b)]
        case {"a": a, **b}:
            return (a, b)
        case _:
            return None


def shade(s):
    match s:
        case Shade.DARK | Shade.CLEAR:
            return s.name.lower()
        case Shade.LIGHT:
            return "light!"


def nested(value):
    match value:
        case Segment(Point(0, 0), Point(x, y)):
            return f"from the origin to {x},{y}"
        case Segment(Point(a, b), Point(c, d)) if a == c or b == d:
            return f"straight {abs(a - c) + abs(b - d)}"
        case Segment(start, end):
            return f"{start} to {end}"
        case Label(text, Point(x, y) as p) if x != y:
            return f"{text} at {p} {x - y}"
        case Label("here", Label(inner, _)):
            return f"label in a label: {inner}"
        case Label(text, None):
            return f"{text} nowhere"
        case Label(text, str() as where):
            return f"{text} {where}"
        case Label() as other:
            return f"another {other.text}"
        case None:
            return "none"
        case str(s) if s.startswith("!"):
            return s[1:]
        case str():
            return "text"
        case _:
            return "what?"


def zoo(animal):
    match animal:
        case Dog(name=name):
            print("dog", name)
        case Animal(name=name):
            print("animal", name)
        case Failure(code=404):
            print("not there")
        case Failure(code=c):
            print("failed with", c)
        case KeyError() | ValueError() as e:
            print("error", e)
        case _:
            print("no animal")


def in_a_loop(values):
    total = 0
    for v in values:
        match v:
            case Point(x, y):
                total += x * y
            case Label(text, _):
                if text == "stop":
                    break
                total += len(text)
            case _:
                continue
        total += 100
    return total


def word(w):
    match w:
        case "a" | "an" | "the":
            kind = "article"
        case "and":
            kind = "conjunction"
        case _:
            kind = "noun"
    return kind


def two(a, b):
    match a, b:
        case 0, 0:
            return "both"
        case (0, other) | (other, 0):
            return f"one, and {other}"
        case x, y if x == y:
            return f"twice {x}"
        case x, _ if (double := x * 2) > 10:
            return f"big {double}"
        case _:
            return "neither"


def calls(values):
    match values:
        case [first, *rest] if any(r == first for r in rest):
            return f"{first} again"
        case [first, *rest] if len(rest) == 1:
            return f"{first} and {rest[0]}"
        case [] | None:
            return "nothing"
        case (first, _, last):
            return f"{first}..{last}"
        case _:
            return "many"


def makers(value):
    match value:
        case Point(x, y):
            return lambda: x + y
        case Label(text, _):
            return lambda: text
    return lambda: None


for v in [Point(0, 5), Point(1, 5), Label("skip", 1), Label("text", 1), [7, 8], 3]:
    print(kept_after(v))
print(seen_after_a_guard([2, 1]), seen_after_a_guard([1, 2]))
for v in [Label("ab", None), Label("abcd", 1), Label("abc", 2), Label("x", 3), 4]:
    print(rebinds_its_subject(v))
for v in [Point(1, 2), Label("l", 0), ["p", "q"], {"a": 1, "b": 2}, 5]:
    print(types_of_one_name(v))
print([shade(s) for s in Shade])
for v in [
    Segment(Point(0, 0), Point(3, 4)), Segment(Point(1, 1), Point(1, 5)), Segment(Point(1, 2), Point(3, 4)),
    Label("l", Point(1, 2)), Label("l", Point(1, 1)), Label("here", Label("inner", 0)), Label("x", None),
    Label("y", "there"), Label("z", 1.5), None, "!bang", "plain", 17,
]:
    print(nested(v))
for v in [Dog("Rex"), Animal("Tom"), Failure(404), Failure(500), KeyError("k"), ValueError("v"), "stone"]:
    zoo(v)
print(in_a_loop([Point(2, 3), 9, Label("four", 0), Label("stop", 0), Point(5, 5)]))
print([word(w) for w in ["an", "and", "ant"]])
print(two(0, 0), two(0, 3), two(4, 0), two(5, 5), two(6, 1), two(1, 2))
print(calls([1, 2, 1]), calls([1, 2]), calls([]), calls(None), calls((1, 2, 3)), calls([1, 2, 3, 4]))
print(makers(Point(1, 2))(), makers(Label("t", 0))(), makers(0)())


def goes_on(a, b):
    match a:
        case Point(x, y):
            print("a", x, y)
        case Label(text, _):
            print("a", text)
        case _:
            return
    match b:
        case Point(x, y):
            print("b", x, y)
        case [_, *text]:
            print("b", text)
        case _:
            raise ValueError(b)
    if isinstance(a, Point):
        print("both", a.x)
    else:
        return
    if isinstance(b, Point):
        print("both", b.x)


def spread(values):
    for v in values:
        if v is None:
            continue
        match v:
            case (Point() | Label()) as thing:
                print("thing", thing)
            case (1 | 2) as small:
                print("small", small)
            case {"deep": {"list": [_, Point(x, y), *_]}, "flag": True}:
                print("deep", x, y)
            case [Point(x=px), [a, (b, *c)]] if px > len(c):
                print(px, a, b, c)
            case [*start, "end"] | ["begin", *start]:
                print("start", start)
            case float() | bool() as n:
                print("number", n)
            case Shade.DARK | "dark" | b"dark":
                print("dark")
            case -1 | 2.5 | 1j:
                print("odd")
            case "a" "b":
                print("joined")
            case str(x) | [x]:
                print("one", x)


goes_on(Point(1, 2), Point(3, 4))
goes_on(Label("t", 0), [1, 2])
goes_on(3, 4)
spread([
    Point(1, 2), Label("a", None), 1, 2, {"deep": {"list": [0, Point(5, 6), 7]}, "flag": True},
    [Point(3, 0), ["a", ("b", "c")]], [Point(0, 0), ["a", ("b", "c")]], ["begin", 1], [1, "end"], 2.5, False,
    Shade.DARK, "dark", b"dark", -1, 1j, "ab", "other", ["single"], None, Shade.LIGHT,
])


def either(value):
    match value:
        case (Point() as it) | [Label() as it] | Segment(end=Point() as it):
            return f"it {it}"
        case Label(text=("x" | "y") as it, at=None | 0):
            return f"text {it}"
        case Shade() as it if it is not Shade.DARK:
            return it
    return None


print([either(v) for v in [Point(1, 2), [Label("a", 1)], Segment(None, Point(3, 4)), Label("x", 0), Label("z", 0), Shade.CLEAR, Shade.DARK]])
