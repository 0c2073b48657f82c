class A:
    def __init__(self, n): self.n = n
    def __eq__(self, other): return isinstance(other, A) and self.n == other.n
class B(A):
    def __hash__(self): return hash(self.n)
class C(A): pass
for f in (lambda: hash(A(1)), lambda: {A(1)}, lambda: {A(1): 2}, lambda: len({B(1), B(1)}), lambda: hash(C(1)), lambda: A(1) in [A(1)], lambda: A(1) == A(1), lambda: A(1) in {2: 3}):
    try:
        print(f())
    except TypeError as e:
        print(e)
from dataclasses import dataclass
@dataclass
class P:
    x: int
@dataclass(frozen=True)
class Q:
    x: int
@dataclass(unsafe_hash=True)
class R:
    x: int
@dataclass(eq=False)
class S:
    x: int
@dataclass
class T(P):
    y: int = 0
    def __hash__(self): return 7
for k in (P(1), Q(1), R(1), S(1), T(1)):
    try:
        print(len({k, k}), {k: 1}[k], (k, 1) in {(k, 1)})
    except TypeError as e:
        print(e)
print(Q(1) in {Q(1)}, R(2) in {R(2)}, S(1) == S(1))
