from dataclasses import dataclass
from typing import NamedTuple
class A:
    def __init__(self, a, b=1): pass
class C:
    def __init__(self, a): pass
@dataclass
class D:
    x: int
    y: int = 0
class N(NamedTuple):
    x: int
class E: pass
for f in (lambda: A(1, 2, 3), lambda: C(1, 2), lambda: C(), lambda: D(1, 2, 3), lambda: D(), lambda: N(1, 2), lambda: N(), lambda: E(1), lambda: D(z=1), lambda: C(b=1)):
    try:
        print(f())
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)
for K, args in ((A, (1, 2, 3)), (C, ()), (D, (1, 2, 3)), (N, ())):
    try:
        print(K(*args))
    except TypeError as e:
        print(e)
