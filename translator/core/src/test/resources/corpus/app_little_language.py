"""An interpreter of a little language: tokenizer, Pratt parser, evaluator."""
import asyncio
import math
import operator
import re
from dataclasses import dataclass
from typing import NamedTuple, Iterator, Union


class Token(NamedTuple):
    kind: str
    text: str
    line: int
    column: int


TOKEN_SPEC = [
    ("NUMBER", r"\d+(?:\.\d*)?"),
    ("ID", r"[A-Za-z_]\w*"),
    ("OP", r"\*\*|[-+*/%()=,<>]"),
    ("NEWLINE", r"\n"),
    ("SKIP", r"[ \t]+|#[^\n]*"),
    ("MISMATCH", r"."),
]
TOKEN_RE = re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in TOKEN_SPEC))


class LangError(Exception):
    pass


def tokenize(source: str) -> Iterator[Token]:
    line, start = 1, 0
    for m in TOKEN_RE.finditer(source):
        kind = m.lastgroup
        text = m.group()
        column = m.start() - start
        if kind == "NEWLINE":
            yield Token("END", "\n", line, column)
            line += 1
            start = m.end()
        elif kind == "SKIP":
            continue
        elif kind == "MISMATCH":
            raise LangError(f"{line}:{column}: unexpected {text!r}")
        else:
            yield Token(kind, text, line, column)
    yield Token("END", "", line, 0)


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
class Neg:
    operand: "Expr"


@dataclass(frozen=True)
class Call:
    name: str
    args: tuple["Expr", ...]


@dataclass(frozen=True)
class Assign:
    name: str
    value: "Expr"


Expr = Union[Num, Var, Bin, Neg, Call, Assign]

PREC = {"<": 5, ">": 5, "+": 10, "-": 10, "*": 20, "/": 20, "%": 20, "**": 30}
OPS = {
    "+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv,
    "%": operator.mod, "**": operator.pow, "<": lambda a, b: float(a < b), ">": lambda a, b: float(a > b),
}


class Parser:
    def __init__(self, tokens):
        self.tokens = list(tokens)
        self.pos = 0

    @property
    def current(self) -> Token:
        return self.tokens[self.pos]

    def advance(self) -> Token:
        token = self.current
        self.pos += 1
        return token

    def accept(self, *texts):
        if self.current.kind != "END" and self.current.text in texts:
            return self.advance()
        return None

    def expect(self, text):
        if not (token := self.accept(text)):
            cur = self.current
            raise LangError(f"{cur.line}:{cur.column}: expected {text!r}, got {cur.text!r}")
        return token

    def program(self):
        while self.pos < len(self.tokens):
            if self.current.kind == "END":
                self.advance()
                continue
            yield self.statement()

    def statement(self):
        if self.current.kind == "ID" and self.tokens[self.pos + 1].text == "=":
            name = self.advance().text
            self.expect("=")
            return Assign(name, self.expression())
        return self.expression()

    def expression(self, min_prec=0):
        left = self.atom()
        while True:
            op = self.current.text
            prec = PREC.get(op)
            if self.current.kind != "OP" or prec is None or prec < min_prec:
                return left
            self.advance()
            right = self.expression(prec if op == "**" else prec + 1)
            left = Bin(op, left, right)

    def atom(self):
        token = self.advance()
        if token.kind == "NUMBER":
            return Num(float(token.text))
        if token.kind == "ID":
            if self.accept("("):
                args = []
                if not self.accept(")"):
                    args.append(self.expression())
                    while self.accept(","):
                        args.append(self.expression())
                    self.expect(")")
                return Call(token.text, tuple(args))
            return Var(token.text)
        if token.text == "-":
            return Neg(self.expression(25))
        if token.text == "(":
            inner = self.expression()
            self.expect(")")
            return inner
        raise LangError(f"{token.line}:{token.column}: unexpected {token.kind} {token.text!r}")


FUNCTIONS = {"sqrt": math.sqrt, "max": max, "min": min, "hypot": math.hypot, "floor": math.floor}


def evaluate(node, env):
    match node:
        case Num(value):
            return value
        case Var(name):
            try:
                return env[name]
            except KeyError:
                raise LangError(f"undefined variable {name}") from None
        case Neg(operand=inner):
            return -evaluate(inner, env)
        case Bin(op, left, right):
            try:
                return OPS[op](evaluate(left, env), evaluate(right, env))
            except ZeroDivisionError as exc:
                raise LangError("division by zero") from exc
        case Call(name, args):
            if name not in FUNCTIONS:
                raise LangError(f"unknown function {name}")
            return FUNCTIONS[name](*[evaluate(a, env) for a in args])
        case Assign(name, value):
            env[name] = evaluate(value, env)
            return env[name]
        case _:
            raise TypeError(f"bad node {node}")


async def run(label: str, source: str) -> dict:
    env = {"pi": math.pi}
    try:
        for stmt in Parser(tokenize(source)).program():
            value = evaluate(stmt, env)
            print(f"[{label}] {value:g}" if value == int(value) else f"[{label}] {value:.4f}")
            await asyncio.sleep(0)
    except LangError as e:
        cause = f" (caused by {type(e.__cause__).__name__})" if e.__cause__ else ""
        print(f"[{label}] error: {e}{cause}")
    return {k: round(v, 3) for k, v in env.items() if k != "pi"}


async def main():
    programs = {
        "a": "x = 3\ny = 4\nhypot(x, y)\n2 ** 3 ** 2\n-2 ** 2",
        "b": "r = 2.5 # radius\narea = pi * r ** 2\narea % 7\n(1 + 2) * 3 < 10",
        "c": "z = 1 / 0",
        "d": "q = max(1, 2, 3) - min(4, 5)\nnope + 1",
        "e": "1 + $",
        "f": "f(1",
    }
    results = await asyncio.gather(*(run(k, v) for k, v in programs.items()))
    for k, env in zip(programs, results):
        print(k, env)
    tree = next(Parser(tokenize("a + b * -c")).program())
    print(tree)
    print(tree == Bin("+", Var("a"), Bin("*", Var("b"), Neg(Var("c")))), hash(tree) == hash(tree))


if __name__ == "__main__":
    asyncio.run(main())
