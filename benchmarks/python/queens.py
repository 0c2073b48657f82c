"""Queens on a board, none of which can take another."""


def solutions(n: int) -> int:
    columns: set[int] = set()
    rising: set[int] = set()
    falling: set[int] = set()
    placed = [0] * n
    count = 0

    def place(row: int) -> None:
        nonlocal count
        if row == n:
            count += 1
            return
        for column in range(n):
            if column in columns or row + column in rising or row - column in falling:
                continue
            placed[row] = column
            columns.add(column)
            rising.add(row + column)
            falling.add(row - column)
            place(row + 1)
            columns.remove(column)
            rising.remove(row + column)
            falling.remove(row - column)

    place(0)
    return count


def work(n: int) -> int:
    return solutions(n)
