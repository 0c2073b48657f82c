"""Parser combinators with operator overloading."""
from __future__ import annotations
from dataclasses import dataclass
from typing import Callable, Generic, TypeVar, Any
import re

T = TypeVar("T")
U = TypeVar("U")


@dataclass
class Ok(Generic[T]):
    value: T
    rest: str


@dataclass
class Err:
    expected: str
    rest: str


Result = Ok[T] | Err


class Parser(Generic[T]):
    def __init__(self, fn: Callable[[str], Result], name: str = "parser"):
        self.fn = fn
        self.name = name

    def __call__(self, text: str) -> Result:
        return self.fn(text)

    def __or__(self, other: Parser) -> Parser:
        def run(text):
            r = self(text)
            return r if isinstance(r, Ok) else other(text)
        return Parser(run, f"{self.name} or {other.name}")

    def __rshift__(self, f: Callable[[T], U]) -> Parser[U]:
        def run(text):
            match self(text):
                case Ok(value, rest):
                    return Ok(f(value), rest)
                case Err() as e:
                    return e
        return Parser(run, self.name)

    def __add__(self, other):
        def run(text):
            first = self(text)
            if isinstance(first, Err):
                return first
            second = other(first.rest)
            if isinstance(second, Err):
                return second
            return Ok((first.value, second.value), second.rest)
        return Parser(run, f"{self.name} then {other.name}")

    def __lshift__(self, other):
        return (self + other) >> (lambda pair: pair[0])

    def many(self):
        def run(text):
            out = []
            while isinstance(r := self(text), Ok):
                out.append(r.value)
                text = r.rest
            return Ok(out, text)
        return Parser(run, f"many {self.name}")

    def sep_by(self, sep):
        first_then = self + ((sep + self) >> (lambda p: p[1])).many()
        return (first_then >> (lambda p: [p[0], *p[1]])) | pure([])

    def parse(self, text):
        match self(text):
            case Ok(v, ""):
                return v
            case Ok(_, rest):
                raise SyntaxError(f"trailing {rest[:10]!r}")
            case Err(expected, rest):
                raise SyntaxError(f"expected {expected} at {rest[:10]!r}")


def pure(value):
    return Parser(lambda text: Ok(value, text), "pure")


def regex(pattern, name=None):
    rx = re.compile(pattern)

    def run(text):
        m = rx.match(text)
        return Ok(m.group(), text[m.end():]) if m else Err(name or pattern, text)
    return Parser(run, name or pattern)


def token(pattern, name=None):
    return regex(pattern, name) << regex(r"\s*")


def lazy(thunk):
    return Parser(lambda text: thunk()(text), "lazy")


def literal(s, value):
    return token(re.escape(s), repr(s)) >> (lambda _: value)


value = lazy(lambda: json_value)
number = token(r"-?\d+(\.\d+)?([eE][-+]?\d+)?", "number") >> (lambda s: float(s) if any(c in s for c in ".eE") else int(s))
text = token(r'"(?:[^"\\]|\\.)*"', "string") >> (lambda s: s[1:-1].replace('\\"', '"').replace("\\n", "\n"))
comma = token(",")
array = ((token(r"\[", "'['") + value.sep_by(comma)) << token(r"\]", "']'")) >> (lambda p: p[1])
pair = (text << token(":")) + value
obj = ((token(r"\{", "'{'") + pair.sep_by(comma)) << token(r"\}", "'}'")) >> (lambda p: dict(p[1]))
json_value = literal("null", None) | literal("true", True) | literal("false", False) | number | text | array | obj

for source in ['[1, 2.5, "a\\"b", null, true]', '{"k": {"n": [], "m": [-3e2]}}', "[1, 2", '{"a" 1}', "12 13", ""]:
    try:
        print(json_value.parse(source))
    except SyntaxError as e:
        print("error:", e.msg)
print((number | text).name, number("x"), number("12 rest"))
