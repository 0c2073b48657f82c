from __future__ import annotations

from typing import Optional


class Node:
    def __init__(self, key: int, left: Optional[Node] = None, right: Optional[Node] = None):
        self.key = key
        self.left = left
        self.right = right


def insert(root: Optional[Node], key: int) -> Node:
    if root is None:
        return Node(key)
    if key < root.key:
        root.left = insert(root.left, key)
    elif key > root.key:
        root.right = insert(root.right, key)
    return root


def inorder(root):
    if root:
        yield from inorder(root.left)
        yield root.key
        yield from inorder(root.right)


def height(root) -> int:
    return 0 if root is None else 1 + max(height(root.left), height(root.right))


class LinkedList:
    class Item:
        def __init__(self, value, next=None):
            self.value = value
            self.next = next

    def __init__(self, values=()):
        self.head = None
        self.size = 0
        for v in values:
            self.push(v)

    def push(self, value):
        self.head = LinkedList.Item(value, self.head)
        self.size += 1

    def reverse(self):
        prev, cur = None, self.head
        while cur:
            cur.next, prev, cur = prev, cur, cur.next
        self.head = prev
        return self

    def __iter__(self):
        cur = self.head
        while cur is not None:
            yield cur.value
            cur = cur.next


root = None
for k in (5, 2, 8, 1, 9, 3, 5):
    root = insert(root, k)
print(list(inorder(root)), height(root))
ll = LinkedList([1, 2, 3])
print(list(ll), list(ll.reverse()), ll.size, 2 in ll)


def permutations(xs):
    if not xs:
        return [[]]
    return [[x] + p for i, x in enumerate(xs) for p in permutations(xs[:i] + xs[i + 1 :])]


def powerset(s):
    return [[]] if not s else (rest := powerset(s[1:])) + [[s[0]] + r for r in rest]


def deep(n):
    return 0 if n == 0 else 1 + deep(n - 1)


print(permutations([1, 2, 3])[:3], len(permutations([1, 2, 3, 4])), powerset("abc"))
print(deep(900))
tree = {"v": 1, "kids": [{"v": 2, "kids": []}, {"v": 3, "kids": [{"v": 4, "kids": []}]}]}


def total(t):
    return t["v"] + sum(total(k) for k in t["kids"])


print(total(tree))
