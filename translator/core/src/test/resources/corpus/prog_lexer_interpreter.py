"""A tiny language: tokens by regex, recursive descent, environments."""
import re
from typing import NamedTuple


class Token(NamedTuple):
    kind: str
    text: str
    line: int


SPEC = [
    ("NUMBER", r"\d+(\.\d+)?"), ("NAME", r"[A-Za-z_]\w*"), ("STRING", r'"[^"]*"'),
    ("OP", r"==|!=|<=|>=|[-+*/%<>=(){},;]"), ("NEWLINE", r"\n"), ("SKIP", r"[ \t]+|#.*"), ("BAD", r"."),
]
MASTER = re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in SPEC))
KEYWORDS = {"let", "print", "while", "if", "else", "fn", "return"}


def tokenize(source):
    line = 1
    for m in MASTER.finditer(source):
        kind = m.lastgroup
        text = m.group()
        if kind == "NEWLINE":
            line += 1
        elif kind == "BAD":
            raise SyntaxError(f"line {line}: unexpected {text!r}")
        elif kind != "SKIP":
            yield Token("KEYWORD" if text in KEYWORDS else kind, text, line)
    yield Token("END", "", line)


class Return(Exception):
    def __init__(self, value):
        self.value = value


class Env(dict):
    def __init__(self, parent=None):
        super().__init__()
        self.parent = parent

    def find(self, name):
        env = self
        while env is not None:
            if name in env:
                return env
            env = env.parent
        raise NameError(f"undefined: {name}")


class Parser:
    PRECEDENCE = [{"==", "!="}, {"<", ">", "<=", ">="}, {"+", "-"}, {"*", "/", "%"}]

    def __init__(self, source):
        self.tokens = list(tokenize(source))
        self.pos = 0

    @property
    def current(self):
        return self.tokens[self.pos]

    def accept(self, *texts):
        if self.current.text in texts and self.current.kind != "STRING":
            self.pos += 1
            return self.tokens[self.pos - 1]
        return None

    def expect(self, text):
        token = self.accept(text)
        if token is None:
            raise SyntaxError(f"line {self.current.line}: expected {text!r}, got {self.current.text!r}")
        return token

    def program(self):
        body = []
        while self.current.kind != "END":
            body.append(self.statement())
        return body

    def block(self):
        self.expect("{")
        body = []
        while not self.accept("}"):
            body.append(self.statement())
        return body

    def statement(self):
        if self.accept("let"):
            name = self.current.text
            self.pos += 1
            self.expect("=")
            value = self.expression()
            self.expect(";")
            return ("let", name, value)
        if self.accept("print"):
            args = [self.expression()]
            while self.accept(","):
                args.append(self.expression())
            self.expect(";")
            return ("print", args)
        if self.accept("while"):
            return ("while", self.expression(), self.block())
        if self.accept("if"):
            test, then = self.expression(), self.block()
            return ("if", test, then, self.block() if self.accept("else") else [])
        if self.accept("fn"):
            name = self.current.text
            self.pos += 1
            self.expect("(")
            params = []
            while not self.accept(")"):
                params.append(self.current.text)
                self.pos += 1
                self.accept(",")
            return ("fn", name, params, self.block())
        if self.accept("return"):
            value = self.expression()
            self.expect(";")
            return ("return", value)
        value = self.expression()
        if value[0] == "name" and self.accept("="):
            value = ("set", value[1], self.expression())
        self.expect(";")
        return ("expr", value)

    def expression(self, level=0):
        if level == len(self.PRECEDENCE):
            return self.unary()
        left = self.expression(level + 1)
        while token := self.accept(*self.PRECEDENCE[level]):
            left = ("binary", token.text, left, self.expression(level + 1))
        return left

    def unary(self):
        if self.accept("-"):
            return ("neg", self.unary())
        token = self.current
        self.pos += 1
        if token.kind == "NUMBER":
            return ("const", float(token.text) if "." in token.text else int(token.text))
        if token.kind == "STRING":
            return ("const", token.text[1:-1])
        if token.text == "(":
            value = self.expression()
            self.expect(")")
            return value
        if token.kind != "NAME":
            raise SyntaxError(f"line {token.line}: unexpected {token.text or token.kind!r}")
        if self.accept("("):
            args = []
            while not self.accept(")"):
                args.append(self.expression())
                self.accept(",")
            return ("call", token.text, args)
        return ("name", token.text)


OPERATORS = {
    "+": lambda a, b: a + b, "-": lambda a, b: a - b, "*": lambda a, b: a * b, "/": lambda a, b: a / b,
    "%": lambda a, b: a % b, "<": lambda a, b: a < b, ">": lambda a, b: a > b, "<=": lambda a, b: a <= b,
    ">=": lambda a, b: a >= b, "==": lambda a, b: a == b, "!=": lambda a, b: a != b,
}


class Interpreter:
    def __init__(self):
        self.globals = Env()
        self.steps = 0

    def run(self, source):
        for statement in Parser(source).program():
            self.execute(statement, self.globals)

    def execute(self, node, env):
        self.steps += 1
        match node:
            case ("let", name, value):
                env[name] = self.evaluate(value, env)
            case ("print", args):
                print(*(self.evaluate(a, env) for a in args))
            case ("while", test, body):
                while self.evaluate(test, env):
                    for s in body:
                        self.execute(s, env)
            case ("if", test, then, otherwise):
                for s in then if self.evaluate(test, env) else otherwise:
                    self.execute(s, env)
            case ("fn", name, params, body):
                env[name] = (params, body, env)
            case ("return", value):
                raise Return(self.evaluate(value, env))
            case ("expr", value):
                self.evaluate(value, env)

    def evaluate(self, node, env):
        kind = node[0]
        if kind == "const":
            return node[1]
        if kind == "name":
            return env.find(node[1])[node[1]]
        if kind == "set":
            value = self.evaluate(node[2], env)
            env.find(node[1])[node[1]] = value
            return value
        if kind == "neg":
            return -self.evaluate(node[1], env)
        if kind == "binary":
            _, op, left, right = node
            return OPERATORS[op](self.evaluate(left, env), self.evaluate(right, env))
        if kind == "call":
            params, body, closure = env.find(node[1])[node[1]]
            if len(params) != len(node[2]):
                raise TypeError(f"{node[1]} takes {len(params)} arguments, got {len(node[2])}")
            local = Env(closure)
            for p, a in zip(params, node[2]):
                local[p] = self.evaluate(a, env)
            try:
                for s in body:
                    self.execute(s, local)
            except Return as r:
                return r.value
            return None
        raise AssertionError(kind)


interpreter = Interpreter()
interpreter.run("""
let greeting = "hello";   # a comment
print greeting, 1 + 2 * 3, (1 + 2) * 3, 7 / 2, 7 % 4;
fn fib(n) { if n < 2 { return n; } return fib(n - 1) + fib(n - 2); }
let i = 0;
while i < 10 { print i, fib(i); i = i + 3; }
fn outer(x) { fn inner(y) { return x + y; } return inner(10) * 2; }
print outer(5), -outer(1), fib(15) == 610;
if i >= 12 { print "big"; } else { print "small"; }
""")
print("steps", interpreter.steps)
for bad in ("let = 5;", "print nope;", "fn f(a) { return a; } print f();", "print 1 +;", "let x = 3 $ 4;", 'print "a" - 1;'):
    try:
        Interpreter().run(bad)
    except (SyntaxError, NameError, TypeError) as e:
        print(f"{type(e).__name__}: {e}")
