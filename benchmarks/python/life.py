"""Cells on a board that live and die by their neighbours."""


def step(board: list[list[int]]) -> list[list[int]]:
    height = len(board)
    width = len(board[0])
    result = []
    for y in range(height):
        row = []
        for x in range(width):
            neighbours = 0
            for dy in (-1, 0, 1):
                for dx in (-1, 0, 1):
                    if dy or dx:
                        neighbours += board[(y + dy) % height][(x + dx) % width]
            row.append(1 if neighbours == 3 or (neighbours == 2 and board[y][x]) else 0)
        result.append(row)
    return result


def work(size: int) -> int:
    board = [[1 if (x * 7 + y * 13) % 5 < 2 else 0 for x in range(size)] for y in range(size)]
    for _ in range(10):
        board = step(board)
    return sum(sum(row) for row in board)
