from functools import total_ordering


@total_ordering
class Money:
    def __init__(self, cents):
        self.cents = cents

    def __add__(self, other):
        if isinstance(other, Money):
            return Money(self.cents + other.cents)
        if isinstance(other, int):
            return Money(self.cents + other)
        return NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        return Money(self.cents - other.cents)

    def __mul__(self, k):
        return Money(self.cents * k)

    def __rmul__(self, k):
        return self * k

    def __neg__(self):
        return Money(-self.cents)

    def __eq__(self, other):
        return isinstance(other, Money) and self.cents == other.cents

    def __lt__(self, other):
        return self.cents < other.cents

    def __hash__(self):
        return hash(self.cents)

    def __bool__(self):
        return self.cents != 0

    def __int__(self):
        return self.cents

    def __float__(self):
        return self.cents / 100

    def __format__(self, spec):
        return f"${self.cents / 100:{spec or '.2f'}}"

    def __repr__(self):
        return f"Money({self.cents})"


class Matrix:
    def __init__(self, rows):
        self.rows = rows

    def __matmul__(self, other):
        cols = list(zip(*other.rows))
        return Matrix([[sum(a * b for a, b in zip(r, c)) for c in cols] for r in self.rows])

    def __getitem__(self, key):
        i, j = key
        return self.rows[i][j]

    def __setitem__(self, key, value):
        i, j = key
        self.rows[i][j] = value

    def __contains__(self, v):
        return any(v in r for r in self.rows)

    def __len__(self):
        return len(self.rows)

    def __iter__(self):
        return iter(self.rows)

    def __call__(self, f):
        return Matrix([[f(x) for x in r] for r in self.rows])

    def __str__(self):
        return "\n".join(" ".join(map(str, r)) for r in self.rows)

    def __iadd__(self, n):
        self.rows = [[x + n for x in r] for r in self.rows]
        return self


a, b = Money(150), Money(50)
print(a + b, a + 5, 7 + a, a - b, a * 2, 3 * b, -a)
print(sum([a, b]), a > b, a <= b, a >= b, a == Money(150), a != b, max(a, b))
print(bool(Money(0)), int(a), float(b), f"{a}", f"{a:.1f}", {a: 1}[Money(150)])
try:
    a + "x"
except TypeError as e:
    print(e)
m = Matrix([[1, 2], [3, 4]])
print(m @ m)
m[0, 1] = 9
print(m[0, 1], 9 in m, 7 in m, len(m), [r for r in m])
m += 10
print(m(lambda x: x * 2))
