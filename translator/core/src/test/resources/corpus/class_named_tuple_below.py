"""Classes below a named tuple."""

from typing import NamedTuple
from collections import namedtuple
class Pos(NamedTuple):
    x: int
    y: int = 5
class P3(Pos):
    def norm(self): return self.x + self.y
print(P3(1, 2).norm(), P3(1), P3(x=3))
a, b = P3(7)
print(a, b, P3(1) == Pos(1), P3(1) == (1, 5))
Q = namedtuple("Q", "a b")
class R(Q):
    pass
print(R(1, 2), R(1, 2).a)