from fractions import Fraction


class Matrix:
    def __init__(self, rows):
        self.rows = [list(row) for row in rows]
        if len({len(r) for r in self.rows}) != 1:
            raise ValueError("ragged matrix")

    @classmethod
    def identity(cls, n):
        return cls([[1 if i == j else 0 for j in range(n)] for i in range(n)])

    @property
    def shape(self):
        return len(self.rows), len(self.rows[0])

    def minor(self, i, j):
        return Matrix([row[:j] + row[j + 1:] for row in self.rows[:i] + self.rows[i + 1:]])

    def determinant(self):
        n, m = self.shape
        if n != m:
            raise ValueError(f"not square: {n}x{m}")
        if n == 1:
            return self.rows[0][0]
        if n == 2:
            (a, b), (c, d) = self.rows
            return a * d - b * c
        return sum((-1) ** j * self.rows[0][j] * self.minor(0, j).determinant() for j in range(n))

    def __matmul__(self, other):
        return Matrix([[sum(a * b for a, b in zip(row, col)) for col in zip(*other.rows)] for row in self.rows])

    def __mul__(self, k):
        return Matrix([[k * x for x in row] for row in self.rows])

    __rmul__ = __mul__

    def __eq__(self, other):
        return isinstance(other, Matrix) and self.rows == other.rows

    def __repr__(self):
        return f"Matrix({self.rows})"

    def __str__(self):
        width = max(len(str(x)) for row in self.rows for x in row)
        return "\n".join(" ".join(str(x).rjust(width) for x in row) for row in self.rows)

    def inverse(self):
        n, _ = self.shape
        work = [[Fraction(x) for x in row] + [Fraction(int(i == j)) for j in range(n)] for i, row in enumerate(self.rows)]
        for col in range(n):
            pivot = next((r for r in range(col, n) if work[r][col] != 0), None)
            if pivot is None:
                raise ZeroDivisionError("singular")
            work[col], work[pivot] = work[pivot], work[col]
            lead = work[col][col]
            work[col] = [x / lead for x in work[col]]
            for r in range(n):
                if r != col and work[r][col]:
                    factor = work[r][col]
                    work[r] = [x - factor * y for x, y in zip(work[r], work[col])]
        return Matrix([row[n:] for row in work])


m = Matrix([[2, -1, 0], [1, 3, 2], [0, 5, -4]])
print(m)
print(m.determinant(), m.shape)
print((m @ Matrix.identity(3)) == m, 2 * m)
inv = m.inverse()
print(inv)
print(m @ inv == Matrix.identity(3))
for bad in ([[1, 2], [2, 4]], [[1, 2, 3], [4, 5, 6]]):
    try:
        print(Matrix(bad).determinant())
        print(Matrix(bad).inverse())
    except (ValueError, ZeroDivisionError) as e:
        print(type(e).__name__, e)
big = Matrix([[(i * 7 + j * 3) % 11 for j in range(6)] for i in range(6)])
print(big.determinant(), (big * 10).determinant())
try:
    Matrix([[1], [2, 3]])
except ValueError as e:
    print(e)
