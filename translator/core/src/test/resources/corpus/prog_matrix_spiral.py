def spiral(rows):
    rows = [list(r) for r in rows]
    while rows:
        yield from rows.pop(0)
        rows = [list(r) for r in zip(*rows)][::-1]


def rotate(matrix, times=1):
    for _ in range(times % 4):
        matrix = [list(row) for row in zip(*matrix[::-1])]
    return matrix


grid = [[r * 4 + c for c in range(4)] for r in range(3)]
for row in grid:
    print(" ".join(f"{v:2d}" for v in row))
print(list(spiral(grid)))
for row in rotate(grid):
    print(row)
print(rotate(grid, 4) == grid, [sum(col) for col in zip(*grid)], [grid[i][i] for i in range(3)])
transposed = list(map(list, zip(*grid)))
print(transposed[0], len(transposed), any(13 in row for row in grid), [max(r) for r in grid])
