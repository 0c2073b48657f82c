from dataclasses import dataclass
from typing import Union, TypeAlias

@dataclass(frozen=True)
class Leaf:
    value: int

@dataclass(frozen=True)
class Branch:
    left: "Tree"
    right: "Tree"

@dataclass
class Box:
    inner: "Tree"
    value: str = "box"

Tree: TypeAlias = Leaf | Branch | Box

def total(t: Tree) -> int:
    match t:
        case Leaf(v):
            return v
        case Branch(l, r):
            return total(l) + total(r)
        case Box(inner):
            return total(inner)

def depth(t):
    if isinstance(t, Leaf):
        return 0
    if isinstance(t, Box):
        return depth(t.inner)
    return 1 + max(depth(t.left), depth(t.right))

def mirror(t: Tree) -> Tree:
    match t:
        case Branch(left=l, right=r):
            return Branch(mirror(r), mirror(l))
        case _:
            return t

trees: list[Tree] = [Leaf(1), Branch(Leaf(1), Branch(Leaf(2), Leaf(3))), Box(Leaf(7))]
for t in trees:
    print(total(t), depth(t), mirror(t), isinstance(t, Tree), t == mirror(t), getattr(t, "value", None))
by = {t.value if isinstance(t, (Leaf, Box)) else None: t for t in trees}
print(by, {Leaf(1), Leaf(1)} == {Leaf(1)})
t = trees[0]
t = trees[2]
print(t.value.upper())
t.value = "other"
print(t, [type(x).__name__ for x in trees])
x: Tree | None = None
print(x, x is None)
try:
    print(trees[1].value)
except AttributeError as e:
    print(e)
def pick(n): 
    return Leaf(n) if n else Branch(Leaf(1), Leaf(2))
print(pick(1), pick(0), sorted(map(total, trees)))
