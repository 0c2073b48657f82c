"""Class patterns of classes that only run time knows, and parts that may be missing."""

from dataclasses import dataclass
import datetime
def make():
    @dataclass
    class P:
        x: int
        y: int = 2
    class Q:
        def __init__(self, z=None):
            if z: self.z = z
    return P, Q
P, Q = make()
def kind(v):
    match v:
        case P(0): return "zero"
        case P(x, y=3): return ("three", x)
        case P(x, y): return (x, y)
        case Q(z=z): return ("q", z)
        case Q(): return "bare q"
        case datetime.date(year=2024, month=m): return ("date", m)
        case datetime.date(): return "other date"
    return "none"
q = Q()
print(kind(P(0)), kind(P(1, 3)), kind(P(4)), kind(q), kind(5), kind(None))
print(kind(Q(9)), kind(datetime.date(2024, 5, 1)), kind(datetime.date(2023, 5, 1)))
def bad(v):
    match v:
        case P(a, b, c): return a
try: bad(P(1))
except TypeError as e: print(e)
T = 5
try:
    match 5:
        case T(): print("no")
except TypeError as e: print(e)
class A:
    def __init__(self, n):
        if n: self.x = n
def a(v):
    match v:
        case A(x=1): return "one"
        case A(x=x): return x
        case A(): return "no x"
print(a(A(0)), a(A(1)), a(A(2)), a(3))
