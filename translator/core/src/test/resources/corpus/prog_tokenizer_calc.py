import operator
import re
from typing import Iterator, NamedTuple


class Token(NamedTuple):
    kind: str
    value: str
    column: int


SPEC = [("NUMBER", r"\d+(\.\d*)?"), ("IDENT", r"[A-Za-z_]\w*"), ("OP", r"[-+*/()=]"), ("SKIP", r"\s+"), ("BAD", r".")]
PATTERN = re.compile("|".join(f"(?P<{n}>{p})" for n, p in SPEC))
OPS = {"+": (1, operator.add), "-": (1, operator.sub), "*": (2, operator.mul), "/": (2, operator.truediv)}


def tokenize(text: str) -> Iterator[Token]:
    for m in PATTERN.finditer(text):
        kind = m.lastgroup
        if kind == "SKIP":
            continue
        if kind == "BAD":
            raise SyntaxError(f"unexpected {m.group()!r} at {m.start()}")
        yield Token(kind, m.group(), m.start())


class Calculator:
    def __init__(self):
        self.variables = {}

    def run(self, text):
        self.tokens = list(tokenize(text))
        self.pos = 0
        if len(self.tokens) > 2 and self.tokens[1].value == "=":
            name = self.tokens[0].value
            self.pos = 2
            self.variables[name] = self.expression(0)
            return self.variables[name]
        return self.expression(0)

    def peek(self):
        return self.tokens[self.pos].value if self.pos < len(self.tokens) else None

    def expression(self, min_precedence):
        left = self.atom()
        while self.peek() in OPS and OPS[self.peek()][0] > min_precedence:
            precedence, function = OPS[self.peek()]
            self.pos += 1
            left = function(left, self.expression(precedence))
        return left

    def atom(self):
        token = self.tokens[self.pos]
        self.pos += 1
        if token.kind == "NUMBER":
            return float(token.value)
        if token.kind == "IDENT":
            return self.variables[token.value]
        if token.value == "(":
            value = self.expression(0)
            self.pos += 1
            return value
        if token.value == "-":
            return -self.atom()
        raise SyntaxError(f"unexpected {token.value!r}")


calc = Calculator()
for line in ["1 + 2 * 3", "x = (1 + 2) * 3", "x / 2 - -1", "y + 1", "2 $ 3"]:
    try:
        print(line, "=>", calc.run(line))
    except (SyntaxError, KeyError) as e:
        print(line, "=>", type(e).__name__, e)
