"""A small Lisp."""
import math
import operator as op
import sys
from functools import reduce




class Env(dict):
    def __init__(self, params=(), args=(), outer=None):
        super().__init__(zip(params, args))
        self.outer = outer

    def find(self, var):
        if var in self:
            return self
        if self.outer is None:
            raise NameError(f"unbound: {var}")
        return self.outer.find(var)


class Procedure:
    def __init__(self, params, body, env):
        self.params, self.body, self.env = params, body, env

    def __call__(self, *args):
        if len(args) != len(self.params):
            raise TypeError(f"expected {len(self.params)} arguments, got {len(args)}")
        return evaluate(self.body, Env(self.params, args, self.env))


def tokenize(s):
    return s.replace("(", " ( ").replace(")", " ) ").split()


def parse(tokens):
    if not tokens:
        raise SyntaxError("unexpected end")
    token = tokens.pop(0)
    if token == "(":
        out = []
        while tokens[0] != ")":
            out.append(parse(tokens))
        tokens.pop(0)
        return out
    if token == ")":
        raise SyntaxError("unexpected )")
    for kind in (int, float):
        try:
            return kind(token)
        except ValueError:
            continue
    return token


def standard_env():
    env = Env()
    env.update({
        "+": lambda *a: reduce(op.add, a), "-": op.sub, "*": lambda *a: reduce(op.mul, a), "/": op.truediv,
        ">": op.gt, "<": op.lt, "=": op.eq, "sqrt": math.sqrt, "max": max, "min": min, "list": lambda *x: list(x),
        "car": lambda x: x[0], "cdr": lambda x: x[1:], "cons": lambda x, y: [x] + y, "null?": lambda x: x == [],
        "length": len, "print": lambda *a: print(*map(show, a)), "abs": abs, "pi": math.pi, "round": round,
        "map": lambda f, xs: list(map(f, xs)), "not": op.not_,
    })
    return env


def show(x):
    if isinstance(x, list):
        return "(" + " ".join(map(show, x)) + ")"
    if isinstance(x, bool):
        return "#t" if x else "#f"
    return str(x)


def evaluate(x, env):
    while True:
        if isinstance(x, str):
            return env.find(x)[x]
        if not isinstance(x, list):
            return x
        head = x[0]
        if head == "quote":
            return x[1]
        if head == "if":
            _, test, conseq, alt = x
            x = conseq if evaluate(test, env) else alt
        elif head == "define":
            _, name, exp = x
            env[name] = evaluate(exp, env)
            return None
        elif head == "lambda":
            _, params, body = x
            return Procedure(params, body, env)
        elif head == "begin":
            for exp in x[1:-1]:
                evaluate(exp, env)
            x = x[-1]
        else:
            proc, *args = [evaluate(e, env) for e in x]
            if isinstance(proc, Procedure):
                x, env = proc.body, Env(proc.params, args, proc.env)
            else:
                return proc(*args)


def run(source, env):
    tokens = tokenize(source)
    result = None
    while tokens:
        result = evaluate(parse(tokens), env)
    return result


env = standard_env()
programs = [
    "(define fact (lambda (n) (if (< n 2) 1 (* n (fact (- n 1)))))) (fact 20)",
    "(fact 30)",
    "(define fib (lambda (n) (if (< n 2) n (+ (fib (- n 1)) (fib (- n 2)))))) (map fib (list 1 2 3 4 5 6 7 8 9 10))",
    "(begin (define r 10) (* pi (* r r)))",
    "(print (quote (a b (c 1.5))) (> 2 1))",
    "(car (quote ()))",
    "(undefined 1)",
    "(define twice (lambda (f x) (f (f x)))) (twice (lambda (x) (* x x)) 3)",
    "(/ 1 0)",
    "((lambda (x y) x) 1)",
    "(+ 1 (quote a))",
    "(max 1 2.5 (abs -7))",
    "(",
    ")",
    "(define loop (lambda (n acc) (if (= n 0) acc (loop (- n 1) (+ acc n))))) (loop 20000 0)",
    "(round 2.567 1)",
]
for p in programs:
    try:
        value = run(p, env)
        if value is not None:
            print(show(value))
    except (NameError, TypeError, SyntaxError, IndexError, ZeroDivisionError, ValueError) as e:
        print(f"{type(e).__name__}: {e}", file=sys.stdout)
