class Ring:
    def __init__(self, *items):
        self._items = list(items)
        self._at = 0

    def __len__(self):
        return len(self._items)

    def __getitem__(self, i):
        if isinstance(i, slice):
            return Ring(*self._items[i])
        return self._items[i % len(self._items)]

    def __setitem__(self, i, v):
        self._items[i % len(self._items)] = v

    def __delitem__(self, i):
        del self._items[i % len(self._items)]

    def __contains__(self, v):
        return v in self._items

    def __iter__(self):
        return iter(self._items)

    def __reversed__(self):
        return reversed(self._items)

    def __eq__(self, other):
        return isinstance(other, Ring) and self._items == other._items

    def __add__(self, other):
        return Ring(*self._items, *other)

    def __lshift__(self, n):
        n %= len(self)
        return Ring(*(self._items[n:] + self._items[:n]))

    def __str__(self):
        return "<" + " ".join(map(str, self._items)) + ">"

    def __call__(self):
        v = self[self._at]
        self._at += 1
        return v


r = Ring(1, 2, 3)
print(r, len(r), r[0], r[4], r[-1], 2 in r, 9 in r, list(r), str(r[1:]), [r() for _ in range(5)])
r[5] = "x"
del r[0]
print(r, r == Ring(2, "x"), r != Ring(), r + [7, 8], Ring(1, 2, 3, 4) << 1, bool(Ring()), list(reversed(Ring(1, 2))))
a, b = Ring(10, 20)
print(a, b, max(Ring(3, 9, 4)), sorted(Ring(3, 1)), sum(Ring(1, 2)), dict(enumerate(Ring("p", "q"))), [*Ring(5)])


class Grid:
    def __init__(self, w, h, fill="."):
        self.cells = {(x, y): fill for y in range(h) for x in range(w)}
        self.w, self.h = w, h

    def __getitem__(self, pos):
        return self.cells[pos]

    def __setitem__(self, pos, value):
        if pos not in self.cells:
            raise IndexError(f"{pos} outside {self.w}x{self.h}")
        self.cells[pos] = value

    def __str__(self):
        return "\n".join("".join(self[x, y] for x in range(self.w)) for y in range(self.h))

    def neighbors(self, x, y):
        return sum(self.cells.get((x + dx, y + dy)) == "#" for dx in (-1, 0, 1) for dy in (-1, 0, 1) if (dx, dy) != (0, 0))


g = Grid(4, 3)
for p in [(1, 0), (1, 1), (1, 2)]:
    g[p] = "#"
print(g)
print([g.neighbors(x, 1) for x in range(4)])
try:
    g[9, 9] = "!"
except IndexError as e:
    print(e)
