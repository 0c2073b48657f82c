# The compiler and its long functions: every kind of statement, from text, with errors too.
import ast
import dis
import io

source = '''
@decorator
async def f(a, /, b: int = 1, *args, c, d=2, **kw) -> str:
    global g
    async with a as x, b: pass
    async for i in range(3): await i
    lambda q, *r: (yield)
    return f"{a!r:>{b}} {c=}"
class C[T](Base, metaclass=M):
    x: int = 3
    type Alias[S] = list[S]
try: pass
except* (A, B) as e: raise e from None
finally: del a.b, c[1:2, ...]
while (n := n - 1): assert n, "m"
match x:
    case {"a": [1, *_], **r} | C(x=1, y=None): pass
import a.b as c; from . import (d as e)
x @= 1; x //= 2; x: int; a, *b = c = d
[i async for i in x]; {**a, 1: 2}; a if b else c; not a in b; -x ** ~y
'''
print(len(ast.dump(ast.parse(source))), ast.unparse(ast.parse(source))[:60])
code = compile("def f(a):\n  for i in range(3):\n    if i > a: yield i\n  return [x for x in (1,2) if x]\n", "f", "exec")
out = io.StringIO()
dis.dis(code, file=out, depth=1)
print(len(out.getvalue().splitlines()) > 20)
for bad in ("a +", "def f(:", "x = = 1", "if x:\npass", "return 1 1", "'abc", "f'{'", "yield = 1", "(1", "for x in y", "a b"):
    try:
        compile(bad, "bad", "exec")
    except SyntaxError as error:
        print(type(error).__name__, error.msg, error.lineno, error.offset)
scope = {}
exec("a = [i for i in range(5)]\ndef f(): return sum(a)\nb = f()", scope)
print(scope["b"], eval("b * (lambda x: x + 1)(2)", scope), eval("{**{'k': b}}", scope))
big = "x = [" + ", ".join(f"({i}, 'n{i}', {i}.5)" for i in range(500)) + "]"
exec(big, scope)
print(len(scope["x"]), scope["x"][499])
