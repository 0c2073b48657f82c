class BST:
    class _Node:
        __slots__ = ("key", "value", "left", "right")
        def __init__(self, key, value):
            self.key = key
            self.value = value
            self.left: "BST._Node | None" = None
            self.right: "BST._Node | None" = None
        def __repr__(self):
            return f"Node({self.key})"
    def __init__(self, items=()):
        self._root = None
        self.size = 0
        for k, v in items:
            self.put(k, v)
    def put(self, key, value):
        def at(node):
            if node is None:
                self.size += 1
                return BST._Node(key, value)
            if key < node.key:
                node.left = at(node.left)
            elif key > node.key:
                node.right = at(node.right)
            else:
                node.value = value
            return node
        self._root = at(self._root)
    def walk(self):
        def go(n):
            if n:
                yield from go(n.left)
                yield n.key, n.value
                yield from go(n.right)
        return go(self._root)
    def find(self, key):
        n = self._root
        while n is not None:
            if n.key == key:
                return n
            n = n.left if key < n.key else n.right
        return None
t = BST([(3, "c"), (1, "a"), (2, "b")])
t.put(5, "e")
print(list(t.walk()), t.size, t.find(2), t.find(9), isinstance(t.find(1), BST._Node))
class Stack:
    class Empty(Exception):
        pass
    class Item:
        def __init__(self, v, below=None):
            self.v = v
            self.below = below
    def __init__(self):
        self.top = None
    def push(self, v):
        self.top = self.Item(v, self.top)
        return self
    def pop(self):
        if self.top is None:
            raise Stack.Empty("nothing")
        v, self.top = self.top.v, self.top.below
        return v
class Counted(Stack):
    def push(self, v):
        super().push(v * 2)
        return self
s = Stack().push(1).push(2)
print(s.pop(), s.pop(), Stack.Item(7).v, type(Stack.Item(1)).__name__, Counted().push(4).pop(), Counted.Item("x").v)
try:
    s.pop()
except Stack.Empty as e:
    print("empty", e)
class Config:
    class Meta:
        name = "m"
        level = 3
    def show(self):
        return f"{self.Meta.name} {Config.Meta.level}"
print(Config().show(), Config.Meta.name)
