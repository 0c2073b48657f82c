"""An expression language: tokenizer, parser, evaluator, with errors."""
import re
import sys
from dataclasses import dataclass
from typing import Union

TOKEN = re.compile(r"\s*(?:(?P<num>\d+(?:\.\d*)?)|(?P<name>[A-Za-z_]\w*)|(?P<op>\*\*|[-+*/%()=,]))")


class ParseError(Exception):
    def __init__(self, message, pos):
        super().__init__(message)
        self.pos = pos

    def __str__(self):
        return f"{self.args[0]} at {self.pos}"


@dataclass(frozen=True)
class Num:
    value: float


@dataclass(frozen=True)
class Var:
    name: str


@dataclass(frozen=True)
class Bin:
    op: str
    left: "Expr"
    right: "Expr"


@dataclass(frozen=True)
class Call:
    name: str
    args: tuple


Expr = Union[Num, Var, Bin, Call]


def tokens(text):
    pos = 0
    while pos < len(text.rstrip()):
        m = TOKEN.match(text, pos)
        if not m:
            raise ParseError(f"bad character {text[pos]!r}", pos)
        yield m.lastgroup, m.group(m.lastgroup), m.start(m.lastgroup)
        pos = m.end()
    yield "end", "", pos


class Parser:
    LEVELS = [("+", "-"), ("*", "/", "%")]

    def __init__(self, text):
        self.toks = list(tokens(text))
        self.i = 0

    @property
    def peek(self):
        return self.toks[self.i]

    def take(self, value=None):
        kind, text, pos = self.toks[self.i]
        if value is not None and text != value:
            raise ParseError(f"expected {value!r}, got {text or kind!r}", pos)
        self.i += 1
        return text

    def parse(self):
        e = self.level(0)
        if self.peek[0] != "end":
            raise ParseError(f"trailing {self.peek[1]!r}", self.peek[2])
        return e

    def level(self, n):
        if n == len(self.LEVELS):
            return self.power()
        e = self.level(n + 1)
        while self.peek[1] in self.LEVELS[n]:
            op = self.take()
            e = Bin(op, e, self.level(n + 1))
        return e

    def power(self):
        base = self.atom()
        if self.peek[1] == "**":
            self.take()
            return Bin("**", base, self.power())
        return base

    def atom(self):
        kind, text, pos = self.peek
        match kind, text:
            case "num", _:
                self.take()
                return Num(float(text) if "." in text else int(text))
            case "name", name:
                self.take()
                if self.peek[1] == "(":
                    self.take("(")
                    args = []
                    while self.peek[1] != ")":
                        args.append(self.level(0))
                        if self.peek[1] == ",":
                            self.take()
                    self.take(")")
                    return Call(name, tuple(args))
                return Var(name)
            case "op", "(":
                self.take()
                e = self.level(0)
                self.take(")")
                return e
            case "op", "-":
                self.take()
                return Bin("-", Num(0), self.atom())
        raise ParseError(f"unexpected {text or kind!r}", pos)


OPS = {
    "+": lambda a, b: a + b,
    "-": lambda a, b: a - b,
    "*": lambda a, b: a * b,
    "/": lambda a, b: a / b,
    "%": lambda a, b: a % b,
    "**": lambda a, b: a**b,
}


def evaluate(e, env):
    match e:
        case Num(v):
            return v
        case Var(name):
            try:
                return env[name]
            except KeyError:
                raise NameError(f"unknown {name}") from None
        case Bin(op, l, r):
            return OPS[op](evaluate(l, env), evaluate(r, env))
        case Call("max" | "min" as f, args):
            vals = [evaluate(a, env) for a in args]
            return max(vals) if f == "max" else min(vals)
        case Call(name, args):
            raise NameError(f"no function {name}/{len(args)}")


def show(e) -> str:
    if isinstance(e, Num):
        return repr(e.value)
    if isinstance(e, Var):
        return e.name
    if isinstance(e, Bin):
        return f"({show(e.left)} {e.op} {show(e.right)})"
    return f"{e.name}({', '.join(map(show, e.args))})"


env = {"x": 3, "y": 2.5}
for line in ["1 + 2 * 3", "2 ** 3 ** 2", "-x + y", "max(x, y, 10) % 4", "7 / (x - 3)", "foo(1)", "z", "1 +", "3 $ 4", "(1", "1 2", "10 % 4.5", "2**100"]:
    try:
        tree = Parser(line).parse()
        print(f"{line:20} {show(tree):28} {evaluate(tree, env)}")
    except (ParseError, NameError, ZeroDivisionError) as e:
        print(f"{line:20} {type(e).__name__}: {e}", file=sys.stdout)
print(Bin("+", Num(1), Var("x")), hash(Num(1)) == hash(Num(1)), {Num(1), Num(1.0)})
