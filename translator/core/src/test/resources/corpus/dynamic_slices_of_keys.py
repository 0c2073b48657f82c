"""Slices of anything: bounds that are no numbers, and slices among several indices."""


class Table:
    def __init__(self, rows):
        self.rows = rows

    def __getitem__(self, key):
        if isinstance(key, slice):
            return {k: v for k, v in self.rows.items() if (key.start or "") <= k < (key.stop or "~")}
        return self.rows[key]


class Grid:
    def __init__(self, rows):
        self.rows = rows

    def __getitem__(self, index):
        match index:
            case (int() as i, int() as j):
                return self.rows[i][j]
            case (slice() as rows, int() as j):
                return [row[j] for row in self.rows[rows]]
        raise TypeError(f"bad index {index!r}")


table = Table({"apple": 1, "fig": 2, "pear": 3})
print(table["b":"g"], table[:"c"], table["fig"])
grid = Grid([[1, 2], [3, 4], [5, 6]])
print(grid[1, 0], grid[1:, 1], grid[::2, 0])
try:
    grid["x"]
except TypeError as e:
    print(e)
