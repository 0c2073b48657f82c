class P:
    def __init__(self, x, y):
        self.x, self.y = x, y
        self.items, self.count = [], 0

    def swap(self):
        self.x, self.y = self.y, self.x

    def take(self):
        items, self.items = self.items, []
        return items

    def shift(self, k):
        k, self.x, old = self.x, k, self.y
        return k, old


def rotate(a, b, c):
    a, b, c = b, c, a
    return a, b, c


def loop(n):
    a, b = 0, 1
    while n:
        a, b, n = b, a + b, n - 1
    return a


def fails():
    a = "kept"
    try:
        a, b = "new", int("x")
    except ValueError:
        return a


def closure():
    total = 1

    def grow():
        nonlocal total
        total += 10
        return total

    total, seen = grow(), total
    return total, seen


def indices(xs):
    i, xs[i] = 1, 5
    return i, xs


p = P(1, 2)
p.swap()
p.items.append(3)
print(p.x, p.y, p.take(), p.items, p.shift(9), p.x)
print(rotate(1, 2, 3), loop(10), fails(), closure(), indices([7, 8]))
x = y = 1
x, y = y, x + y
z, x = x, "text"
print(x, y, z)
