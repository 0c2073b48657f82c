"""Which classes have a hash, by what they and the classes above them say."""

from dataclasses import dataclass, field
class A:
    def __init__(self, x): self.x = x
    def __eq__(self, o): return isinstance(o, A) and self.x == o.x
    def __hash__(self): return hash(self.x)
class B(A):
    def __eq__(self, o): return isinstance(o, B) and self.x == o.x
class C(B):
    def __hash__(self): return 7
class D(A):
    __hash__ = None
class E(A):
    def __eq__(self, o): return False
    __hash__ = A.__hash__
class F(A): pass
def t(v):
    try:
        print(type(v).__name__, len({v}), hash(v) == hash(v))
    except TypeError as e:
        print(e)
for c in (A, B, C, D, E, F):
    t(c(3))
@dataclass
class G: x: int
@dataclass(eq=False)
class H: x: int
@dataclass(unsafe_hash=True)
class I: x: int
@dataclass(frozen=True)
class J(object): x: int
@dataclass
class K:
    x: int
    def __hash__(self): return self.x
@dataclass(frozen=True)
class L: x: list
@dataclass
class M(G): pass
@dataclass
class N(G):
    def __hash__(self): return 3
@dataclass(eq=False)
class O(G): y: int = 2
for v in (G(1), H(1), I(1), J(1), K(1), L([1]), M(1), N(1), O(1)):
    t(v)
for e in ((G(1),), frozenset([1]), (1, [2]), ({},)):
    t(e)
try:
    d = {}
    d.get(G(1))
except TypeError as e: print(e)
try:
    print(G(1) in d)
except TypeError as e: print(e)
try:
    d.setdefault(G(1), 2)
except TypeError as e: print(e)
try:
    print({G(1): 1})
except TypeError as e: print(e)
try:
    print({x for x in [G(1)]})
except TypeError as e: print(e)
try:
    print(dict([(G(1), 1)]))
except TypeError as e: print(e)
try:
    set().add(B(1))
except TypeError as e: print(e)
s = {1}
try:
    s.discard(B(1))
except TypeError as e: print(e)
try:
    s.update([B(1)])
except TypeError as e: print(e)
print([G(1), G(2)].index(G(2)), G(1) in [G(1)], [G(1)].count(G(1)))
