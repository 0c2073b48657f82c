from abc import ABC, abstractmethod
import math


class Shape(ABC):
    @abstractmethod
    def area(self) -> float: ...

    def __lt__(self, other):
        return self.area() < other.area()

    def __repr__(self):
        return f"{type(self).__name__}({self.area():.2f})"


class Circle(Shape):
    def __init__(self, r):
        self.r = r

    def area(self):
        return math.pi * self.r**2


class Rect(Shape):
    def __init__(self, w, h):
        self.w, self.h = w, h

    def area(self):
        return self.w * self.h


makers = {"c": Circle, "r": Rect}


def run(items):
    shapes = [makers[i["kind"]](*i["args"]) for i in items]
    return {"sorted": [repr(s) for s in sorted(shapes)], "largest": repr(max(shapes))}


def big(item):
    n = int(item)
    return [n**3, -n // 7, -n % 7, n << 3, f"{n:,}", f"{n:x}", float(n) / 3, divmod(n, 10)]


def bits(item):
    data = bytes.fromhex(item) if isinstance(item, str) else bytes(item)
    return data


def show(call):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)


def main():
    show(lambda: run([{"kind": "c", "args": [1]}, {"kind": "r", "args": [1, 2]}]))
    show(lambda: run([{"kind": "r", "args": [1]}]))
    show(lambda: run([{"kind": "r", "args": [1, 2, 3]}]))
    for item in ["12345678901234567890", 3, -3, "x", None, [1], 2.7, "1_000", " 5 ", "9" * 30, 10**20]:
        show(lambda: big(item))
    for item in ["0102ff", "zz", [1, 2, 3], [256], [-1], None, 1.5, {"a": 1}, {5: 1}, (1, 2), 3]:
        show(lambda: bits(item))
    for item in [5, "a", None, [1]]:
        def unpack():
            for a, b in [item]:
                print(a, b)
        show(unpack)


    for words in [["pear", "fig"], []]:
        print(max(words, key=len, default=""), min(words, key=lambda w: w[-1], default=None))


main()
