from functools import lru_cache

LINES = [(0, 1, 2), (3, 4, 5), (6, 7, 8), (0, 3, 6), (1, 4, 7), (2, 5, 8), (0, 4, 8), (2, 4, 6)]


def winner(board):
    for a, b, c in LINES:
        if board[a] != " " and board[a] == board[b] == board[c]:
            return board[a]
    return None


def moves(board):
    return [i for i, cell in enumerate(board) if cell == " "]


def play(board, i, player):
    return board[:i] + player + board[i + 1:]


@lru_cache(maxsize=None)
def score(board, player):
    w = winner(board)
    if w:
        return 1 if w == "X" else -1
    options = moves(board)
    if not options:
        return 0
    other = "O" if player == "X" else "X"
    results = [score(play(board, i, player), other) for i in options]
    return max(results) if player == "X" else min(results)


def best_move(board, player):
    other = "O" if player == "X" else "X"
    choose = max if player == "X" else min
    return choose(moves(board), key=lambda i: (score(play(board, i, player), other), -i if player == "X" else i))


def show(board):
    return "\n-+-+-\n".join("|".join(board[r:r + 3]) for r in range(0, 9, 3))


board, player = " " * 9, "X"
while moves(board) and not winner(board):
    board = play(board, best_move(board, player), player)
    player = "O" if player == "X" else "X"
print(show(board))
print("winner:", winner(board) or "draw", "positions:", score.cache_info().currsize)
