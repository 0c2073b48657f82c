"""A recursive-descent parser and evaluator for arithmetic."""
from dataclasses import dataclass
from typing import Union


@dataclass(frozen=True)
class Num:
    value: float


@dataclass(frozen=True)
class Var:
    name: str


@dataclass(frozen=True)
class BinOp:
    op: str
    left: "Node"
    right: "Node"


@dataclass(frozen=True)
class Neg:
    operand: "Node"


Node = Union[Num, Var, BinOp, Neg]


class ParseError(Exception):
    def __init__(self, message, pos):
        super().__init__(f"{message} at {pos}")
        self.pos = pos


def tokenize(text):
    i = 0
    while i < len(text):
        c = text[i]
        if c.isspace():
            i += 1
        elif c.isdigit() or c == ".":
            j = i
            while j < len(text) and (text[j].isdigit() or text[j] == "."):
                j += 1
            yield ("num", float(text[i:j]), i)
            i = j
        elif c.isalpha():
            j = i
            while j < len(text) and text[j].isalnum():
                j += 1
            yield ("name", text[i:j], i)
            i = j
        elif c in "+-*/()^":
            yield (c, c, i)
            i += 1
        else:
            raise ParseError(f"unexpected {c!r}", i)
    yield ("end", None, len(text))


class Parser:
    PRECEDENCE = {"+": 1, "-": 1, "*": 2, "/": 2, "^": 3}

    def __init__(self, text):
        self.tokens = list(tokenize(text))
        self.index = 0

    def peek(self):
        return self.tokens[self.index][0]

    def advance(self):
        token = self.tokens[self.index]
        self.index += 1
        return token

    def parse(self):
        node = self.expression(0)
        if self.peek() != "end":
            raise ParseError(f"unexpected {self.peek()}", self.tokens[self.index][2])
        return node

    def expression(self, min_prec):
        left = self.atom()
        while (op := self.peek()) in self.PRECEDENCE and self.PRECEDENCE[op] >= min_prec:
            self.advance()
            right = self.expression(self.PRECEDENCE[op] + (op != "^"))
            left = BinOp(op, left, right)
        return left

    def atom(self):
        kind, value, pos = self.advance()
        if kind == "num":
            return Num(value)
        if kind == "name":
            return Var(value)
        if kind == "-":
            return Neg(self.atom())
        if kind == "(":
            node = self.expression(0)
            if self.advance()[0] != ")":
                raise ParseError("expected )", self.tokens[self.index - 1][2])
            return node
        raise ParseError(f"unexpected {kind}", pos)


def evaluate(node, env):
    match node:
        case Num(v):
            return v
        case Var(name):
            try:
                return env[name]
            except KeyError:
                raise NameError(f"unknown variable {name}") from None
        case Neg(operand):
            return -evaluate(operand, env)
        case BinOp(op, l, r):
            a, b = evaluate(l, env), evaluate(r, env)
            match op:
                case "+":
                    return a + b
                case "-":
                    return a - b
                case "*":
                    return a * b
                case "/":
                    return a / b
                case "^":
                    return a**b


for text in ["1 + 2 * 3", "(1 + 2) * 3", "2 ^ 3 ^ 2", "-x + y / 4", "8 / 0", "1 + ", "2 $ 3", "a * 2", "(1 + 2"]:
    try:
        tree = Parser(text).parse()
        print(f"{text} = {evaluate(tree, {'x': 2.0, 'y': 10.0})}")
    except (ParseError, NameError) as e:
        print(f"{text}: {type(e).__name__}: {e}")
    except ZeroDivisionError:
        print(f"{text}: division by zero")
print(Parser("1+x").parse())
