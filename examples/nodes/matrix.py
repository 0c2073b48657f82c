import weft


class Matrix:
    """A small matrix of numbers."""

    def __init__(self, rows):
        if len({len(row) for row in rows}) > 1:
            raise ValueError("the rows differ in length")
        self.rows = [tuple(row) for row in rows]

    def __matmul__(self, other):
        if len(self.rows[0]) != len(other.rows):
            raise ValueError(f"{self.shape} and {other.shape} do not fit")
        columns = list(zip(*other.rows))
        return Matrix([[sum(a * b for a, b in zip(row, c)) for c in columns] for row in self.rows])

    @property
    def shape(self):
        return (len(self.rows), len(self.rows[0]))

    def __eq__(self, other):
        return isinstance(other, Matrix) and self.rows == other.rows

    def __repr__(self):
        return f"Matrix({[list(row) for row in self.rows]})"


class MultiplyMatrices(weft.Node):
    """Multiplies the matrices of each item, from left to right."""

    def process(self, item):
        product = Matrix(item[0])
        for rows in item[1:]:
            product = product @ Matrix(rows)
        return {"shape": product.shape, "rows": product.rows, "text": repr(product)}
