class V:
    def __init__(self, x):
        self.x = x
    def __add__(self, o):
        if isinstance(o, V):
            return V(self.x + o.x)
        return NotImplemented
    def __repr__(self):
        return f"V({self.x})"
    def __lt__(self, o):
        if isinstance(o, V):
            return self.x < o.x
        return NotImplemented
    def __eq__(self, o):
        if isinstance(o, V):
            return self.x == o.x
        return NotImplemented
class W:
    def __radd__(self, o):
        return "W" + repr(o)
print(V(1) + V(2))
print(V(1) + W())
try:
    print(V(1) + 3)
except TypeError as e:
    print(e)
try:
    print(V(1) < 3)
except TypeError as e:
    print(e)
print(V(1) == 3, V(1) == V(1), V(1) < V(3))
v = V(3)
try:
    v += 4
except TypeError as e:
    print(e)
try:
    print(4 + v)
except TypeError as e:
    print(e)
class M:
    def __init__(self, c):
        self.c = c
    def __add__(self, o):
        if isinstance(o, M):
            return M(self.c + o.c)
        return M(self.c + o)
    def __radd__(self, o):
        return M(self.c + o)
    def __lt__(self, o):
        return self.c < o.c
    def __mul__(self, k):
        return M(self.c * k)
    def __repr__(self):
        return f"M({self.c})"
def add(a, b):
    return a + b
print(add(M(1), M(2)), add(1, 2), add("a", "b"))
print(add(M(1), 5))
print(M(2) + M(3))
print(sum([M(1), M(2)]))
def less(a, b):
    return a < b
print(less(M(1), M(2)), less(1, 2), less("a", "b"), sorted([M(3), M(1)]))
def times(a, b):
    return a * b
print(times(M(1), 2), times(2, 3), times("a", 2), times(M(2), 2.5))
