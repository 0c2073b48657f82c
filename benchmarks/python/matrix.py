"""Matrices as nested lists, multiplied and transposed."""


def matrix(n: int, seed: int) -> list[list[float]]:
    return [[(i * seed + j * 7) % 11 / 11.0 for j in range(n)] for i in range(n)]


def multiply(a: list[list[float]], b: list[list[float]]) -> list[list[float]]:
    n = len(a)
    product = [[0.0] * n for _ in range(n)]
    for i in range(n):
        row = a[i]
        for j in range(n):
            total = 0.0
            for k in range(n):
                total += row[k] * b[k][j]
            product[i][j] = total
    return product


def transpose(a: list[list[float]]) -> list[list[float]]:
    return [[row[j] for row in a] for j in range(len(a[0]))]


def work(n: int) -> int:
    a = matrix(n, 3)
    b = transpose(matrix(n, 5))
    c = multiply(multiply(a, b), a)
    trace = sum(c[i][i] for i in range(n))
    return int(trace * 1000)
