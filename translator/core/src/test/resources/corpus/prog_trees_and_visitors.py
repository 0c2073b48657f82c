"""Trees: binary search tree, trie, expression tree visitors, tree printing."""
from __future__ import annotations
from abc import ABC, abstractmethod
from bisect import bisect_left, insort, bisect_right
from collections import defaultdict
from dataclasses import dataclass
from typing import Generic, Iterator, Optional, TypeVar, Self
import random


class BST:
    class _Node:
        __slots__ = ("key", "value", "left", "right")

        def __init__(self, key, value):
            self.key = key
            self.value = value
            self.left: Optional[BST._Node] = None
            self.right: Optional[BST._Node] = None

    def __init__(self, items=()):
        self._root = None
        self._size = 0
        for k, v in items:
            self[k] = v

    def __setitem__(self, key, value):
        def put(node):
            if node is None:
                self._size += 1
                return BST._Node(key, value)
            if key < node.key:
                node.left = put(node.left)
            elif key > node.key:
                node.right = put(node.right)
            else:
                node.value = value
            return node
        self._root = put(self._root)

    def __getitem__(self, key):
        node = self._root
        while node is not None and node.key != key:
            node = node.left if key < node.key else node.right
        if node is None:
            raise KeyError(key)
        return node.value

    def __iter__(self):
        def walk(n):
            if n:
                yield from walk(n.left)
                yield n.key
                yield from walk(n.right)
        return walk(self._root)

    def __len__(self):
        return self._size

    def __contains__(self, key):
        try:
            self[key]
        except KeyError:
            return False
        return True

    def height(self, node="root"):
        if node == "root":
            node = self._root
        return 0 if node is None else 1 + max(self.height(node.left), self.height(node.right))


class Trie:
    def __init__(self):
        self.children = defaultdict(Trie)
        self.terminal = False

    def insert(self, word):
        node = self
        for c in word:
            node = node.children[c]
        node.terminal = True

    def words(self, prefix=""):
        if self.terminal:
            yield prefix
        for c, child in sorted(self.children.items()):
            yield from child.words(prefix + c)

    def complete(self, prefix):
        node = self
        for c in prefix:
            if c not in node.children:
                return []
            node = node.children[c]
        return list(node.words(prefix))


class Node(ABC):
    def accept(self, visitor: Visitor):
        method = getattr(visitor, f"visit_{type(self).__name__.lower()}", visitor.generic)
        return method(self)


@dataclass
class Leaf(Node):
    value: float


@dataclass
class Op(Node):
    symbol: str
    children: list[Node]


class Visitor:
    def generic(self, node):
        raise NotImplementedError(f"{type(self).__name__} cannot visit {type(node).__name__}")


class Evaluator(Visitor):
    def visit_leaf(self, leaf):
        return leaf.value

    def visit_op(self, op):
        values = [c.accept(self) for c in op.children]
        match op.symbol:
            case "+":
                return sum(values)
            case "*":
                result = 1
                for v in values:
                    result *= v
                return result
            case "-" if len(values) == 1:
                return -values[0]
            case "-":
                first, *rest = values
                return first - sum(rest)
        raise ValueError(op.symbol)


class Printer(Visitor):
    def __init__(self):
        self.depth = 0
        self.lines = []

    def visit_leaf(self, leaf):
        self.lines.append("  " * self.depth + repr(leaf.value))
        return self

    def visit_op(self, op):
        self.lines.append("  " * self.depth + op.symbol)
        self.depth += 1
        for c in op.children:
            c.accept(self)
        self.depth -= 1
        return self


def draw(tree, prefix=""):
    items = list(tree.items()) if isinstance(tree, dict) else [(t, None) for t in tree or ()]
    for i, (name, sub) in enumerate(items):
        last = i == len(items) - 1
        print(f"{prefix}{'└── ' if last else '├── '}{name}")
        draw(sub, prefix + ("    " if last else "│   "))


rng = random.Random(5)
keys = rng.sample(range(100), 12)
t = BST((k, f"v{k}") for k in keys)
print(list(t), len(t), t.height(), t[keys[3]], 1000 in t, keys[0] in t)
try:
    t[-1]
except KeyError as e:
    print("KeyError:", e)
trie = Trie()
for w in "car card care cat dog do".split():
    trie.insert(w)
print(list(trie.words()), trie.complete("car"), trie.complete("x"))
e = Op("+", [Leaf(1), Op("*", [Leaf(2), Leaf(3.5)]), Op("-", [Leaf(4)])])
print(e.accept(Evaluator()), *e.accept(Printer()).lines, sep="\n")
print(e)
class Other(Node): pass
try:
    Other().accept(Evaluator())
except NotImplementedError as ex:
    print(ex)
draw({"src": {"main": ["a.py", "b.py"], "test": {}}, "docs": ["x.md"], "README": None})
xs = []
for x in [5, 1, 4, 1, 3]:
    insort(xs, x)
print(xs, bisect_left(xs, 1), bisect_right(xs, 1), bisect_left([("a", 1), ("b", 2)], "b", key=lambda p: p[0]))
