class Vector:
    """A 2D vector."""

    dims = 2
    _instances = 0

    def __init__(self, x=0.0, y=0.0):
        self.x, self.y = x, y
        type(self)._instances += 1

    @classmethod
    def from_tuple(cls, t):
        return cls(*t)

    @staticmethod
    def dot(a, b):
        return a.x * b.x + a.y * b.y

    @property
    def length(self):
        return (self.x**2 + self.y**2) ** 0.5

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y)

    def __mul__(self, k):
        return Vector(self.x * k, self.y * k)

    def __eq__(self, other):
        if not isinstance(other, Vector):
            return NotImplemented
        return (self.x, self.y) == (other.x, other.y)

    def __hash__(self):
        return hash((self.x, self.y))

    def __repr__(self):
        return f"Vector({self.x}, {self.y})"

    def __iter__(self):
        yield self.x
        yield self.y

    def __getitem__(self, i):
        return (self.x, self.y)[i]

    def __len__(self):
        return self.dims

    def __bool__(self):
        return bool(self.x or self.y)

    def __abs__(self):
        return self.length

    def __neg__(self):
        return self * -1


v, w = Vector(3, 4), Vector.from_tuple((1, 2))
print(v + w, v * 2, v.length, Vector.dot(v, w), v == Vector(3, 4), v != w, v == "x")
print(list(v), v[0], v[-1], len(v), bool(Vector()), abs(v), -v, {v: 1}[Vector(3, 4)])
x, y = v
print(x, y, Vector.dims, v.dims, Vector.__doc__, Vector.__name__, Vector._instances)
print(max([v, w], key=abs), sorted([v, w], key=lambda p: p.x), sum([v, w], Vector()), tuple(w), [*v])
try:
    v.length = 5
except AttributeError as e:
    print(e)
try:
    v + 1
except AttributeError as e:
    print(e)
