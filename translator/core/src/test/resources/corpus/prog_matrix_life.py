"""Conway's life, with a generator and sets."""
from itertools import product
import copy


def neighbours(cell):
    x, y = cell
    return {(x + dx, y + dy) for dx, dy in product((-1, 0, 1), repeat=2) if (dx, dy) != (0, 0)}


def generations(cells):
    while True:
        yield cells
        counts = {}
        for cell in cells:
            for n in neighbours(cell):
                counts[n] = counts.get(n, 0) + 1
        cells = {c for c, n in counts.items() if n == 3 or (n == 2 and c in cells)}


def show(cells, width, height):
    return "\n".join("".join("#" if (x, y) in cells else "." for x in range(width)) for y in range(height))


glider = {(1, 0), (2, 1), (0, 2), (1, 2), (2, 2)}
for number, cells in zip(range(5), generations(copy.copy(glider))):
    if number in (0, 2, 4):
        print(number, len(cells))
        print(show(cells, 5, 5))
