"""Matrices, vectors and polynomials with operators."""
import math
from fractions import Fraction
from functools import reduce, total_ordering
from itertools import zip_longest
from numbers import Number
import operator


class Vector:
    __slots__ = ("_xs",)

    def __init__(self, *xs):
        self._xs = tuple(xs)

    @classmethod
    def zero(cls, n):
        return cls(*[0] * n)

    def __len__(self):
        return len(self._xs)

    def __getitem__(self, i):
        if isinstance(i, slice):
            return Vector(*self._xs[i])
        return self._xs[i]

    def __iter__(self):
        return iter(self._xs)

    def __add__(self, other):
        if not isinstance(other, Vector):
            return NotImplemented
        return Vector(*(a + b for a, b in zip(self, other, strict=True)))

    def __neg__(self):
        return Vector(*map(operator.neg, self))

    def __sub__(self, other):
        return self + -other

    def __mul__(self, k):
        if isinstance(k, Number):
            return Vector(*(x * k for x in self))
        return NotImplemented

    __rmul__ = __mul__

    def __matmul__(self, other):
        return sum(a * b for a, b in zip(self, other))

    def __abs__(self):
        return math.sqrt(self @ self)

    def __eq__(self, other):
        return isinstance(other, Vector) and self._xs == other._xs

    def __hash__(self):
        return hash(self._xs)

    def __bool__(self):
        return any(self._xs)

    def __repr__(self):
        return f"Vector({', '.join(map(repr, self._xs))})"


class Matrix:
    def __init__(self, rows):
        self.rows = [Vector(*r) for r in rows]
        if len({len(r) for r in self.rows}) > 1:
            raise ValueError("ragged")

    @classmethod
    def identity(cls, n):
        return cls([[int(i == j) for j in range(n)] for i in range(n)])

    @property
    def T(self):
        return Matrix(zip(*self.rows))

    @property
    def shape(self):
        return len(self.rows), len(self.rows[0])

    def __matmul__(self, other):
        if isinstance(other, Vector):
            return Vector(*(r @ other for r in self.rows))
        if self.shape[1] != other.shape[0]:
            raise ValueError(f"shapes {self.shape} and {other.shape} do not fit")
        return Matrix([[r @ c for c in other.T.rows] for r in self.rows])

    def __pow__(self, n):
        result, base = Matrix.identity(len(self.rows)), self
        while n:
            if n & 1:
                result = result @ base
            base, n = base @ base, n >> 1
        return result

    def __getitem__(self, at):
        r, c = at
        return self.rows[r][c]

    def det(self):
        rows = [[Fraction(x) for x in r] for r in self.rows]
        sign = 1
        for i in range(len(rows)):
            pivot = next((k for k in range(i, len(rows)) if rows[k][i]), None)
            if pivot is None:
                return Fraction(0)
            if pivot != i:
                rows[i], rows[pivot] = rows[pivot], rows[i]
                sign = -sign
            for k in range(i + 1, len(rows)):
                f = rows[k][i] / rows[i][i]
                rows[k] = [a - f * b for a, b in zip(rows[k], rows[i])]
        return sign * reduce(operator.mul, (rows[i][i] for i in range(len(rows))), Fraction(1))

    def __str__(self):
        width = max(len(str(x)) for r in self.rows for x in r)
        return "\n".join(" ".join(f"{x!s:>{width}}" for x in r) for r in self.rows)


@total_ordering
class Poly:
    def __init__(self, *coefficients):
        cs = list(coefficients)
        while cs and cs[-1] == 0:
            cs.pop()
        self.cs = cs

    @property
    def degree(self):
        return len(self.cs) - 1

    def __add__(self, other):
        other = other if isinstance(other, Poly) else Poly(other)
        return Poly(*(a + b for a, b in zip_longest(self.cs, other.cs, fillvalue=0)))

    __radd__ = __add__

    def __mul__(self, other):
        if not isinstance(other, Poly):
            return Poly(*(c * other for c in self.cs))
        out = [0] * (len(self.cs) + len(other.cs) - 1) if self.cs and other.cs else []
        for i, a in enumerate(self.cs):
            for j, b in enumerate(other.cs):
                out[i + j] += a * b
        return Poly(*out)

    def __call__(self, x):
        return reduce(lambda acc, c: acc * x + c, reversed(self.cs), 0)

    def __eq__(self, other):
        return self.cs == other.cs

    def __lt__(self, other):
        return (self.degree, self.cs[::-1]) < (other.degree, other.cs[::-1])

    def derive(self):
        return Poly(*(i * c for i, c in enumerate(self.cs) if i))

    def __str__(self):
        parts = []
        for i, c in reversed(list(enumerate(self.cs))):
            if not c:
                continue
            sign = " - " if c < 0 else " + "
            c = abs(c)
            body = {0: f"{c}", 1: f"{c if c != 1 else ''}x"}.get(i, f"{c if c != 1 else ''}x^{i}")
            parts.append((sign, body))
        if not parts:
            return "0"
        (first, body), *rest = parts
        return ("-" if first == " - " else "") + body + "".join(s + b for s, b in rest)


v, w = Vector(1, 2, 3), Vector(4.0, -5, Fraction(1, 2))
print(v + w, v - w, 2 * v, v * 0.5, v @ w, round(abs(v), 4))
print(v[0], v[-1], v[1:], bool(Vector.zero(3)), {v, Vector(1, 2, 3)}, v == (1, 2, 3))
for bad in (lambda: v + 1, lambda: v + Vector(1), lambda: v * "x", lambda: Matrix([[1], [1, 2]])):
    try:
        bad()
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
m = Matrix([[2, -1, 0], [1, 3, 5], [0, 4, 1]])
print(m)
print(m.T)
print(m.det(), m @ v, m[1, 2], m.shape)
print((Matrix([[1, 1], [1, 0]]) ** 90)[0, 1])
p, q = Poly(1, -3, 0, 2), Poly(-1, 1)
print(p, "|", q, "|", p * q, "|", p + q, "|", 3 + p, "|", p.derive(), "|", p * 2)
print(p(2), q(10), [q(x) for x in range(3)], p > q, max(p, q), sorted([p, q, Poly(7)])[0], p * Poly())
x = 1.0
for _ in range(20):
    x -= p(x) / p.derive()(x) if p.derive()(x) else 0.1
print(f"{x:.6f}")
