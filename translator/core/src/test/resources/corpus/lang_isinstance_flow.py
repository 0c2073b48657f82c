import asyncio


class Shape:
    def __init__(self, name):
        self.name = name


class Circle(Shape):
    def __init__(self, r):
        super().__init__("circle")
        self.r = r


class Square(Shape):
    def __init__(self, side):
        super().__init__("square")
        self.side = side

    def __eq__(self, other):
        if not isinstance(other, Square):
            return NotImplemented
        return self.side == other.side

    def __hash__(self):
        return hash(self.side)


class Problem(Exception):
    def __init__(self, code):
        super().__init__(f"problem {code}")
        self.code = code


def area(shape):
    if isinstance(shape, Circle):
        return 3 * shape.r * shape.r
    elif isinstance(shape, Square) and shape.side > 0:
        return shape.side * shape.side
    elif not isinstance(shape, Shape):
        raise TypeError(f"no shape: {shape!r}")
    else:
        return f"what is a {shape.name}?"


def total(things):
    count = 0
    for thing in things:
        if not isinstance(thing, Circle):
            continue
        count += thing.r
        if thing.r > 5:
            break
    return count


def first_or(things, default):
    for thing in things:
        if not isinstance(thing, str) or not thing:
            continue
        if thing.startswith("#"):
            continue
        return thing.strip()
    return default


def rebound(value):
    if isinstance(value, str):
        value = len(value)
        return value + 1
    if not isinstance(value, Circle):
        return None
    if value.r == 1:
        value = Circle(value.r + 1)
    return value.r


def both(a, b):
    if isinstance(a, Circle) and isinstance(b, Circle):
        return a.r + b.r
    if isinstance(a, Square) and (isinstance(b, Circle) and b.r or a.side):
        return a.side
    return isinstance(a, str) and a.upper() or isinstance(b, str) and b.lower()


def choice(x):
    return x.r if isinstance(x, Circle) else x.side if isinstance(x, Square) else str(x)


def negative(x):
    return "nothing" if not isinstance(x, str) else x.title()


def with_statements(x, limit):
    if isinstance(x, Circle) and any(x.r > k for k in range(limit)) and x.r < 100:
        return f"between: {x.r}"
    return "outside"


def later(x):
    if isinstance(x, Circle):
        return lambda k: x.r * k
    return lambda k: k


def caught(code):
    try:
        if code:
            raise Problem(code)
        raise KeyError("k")
    except Exception as e:
        if isinstance(e, Problem):
            return e.code
        if not isinstance(e, KeyError):
            return "other"
        return e.args[0]


def loop(x):
    rounds = 0
    while isinstance(x, Square) and x.side > 1:
        x = Square(x.side // 2)
        rounds += 1
    return rounds, choice(x)


def walrus(words):
    if (n := len(words)) > 2:
        print("many", n)
    else:
        print("few", n)
    while (word := words.pop()) != "stop":
        print(word, end=" ")
    print(word)
    while words and (left := words.pop(0)):
        print("left", left)
    return n


async def gathered():
    async def work(k):
        await asyncio.sleep(0)
        if k % 2:
            raise Problem(k)
        return Circle(k)

    results = await asyncio.gather(*(work(k) for k in range(4)), return_exceptions=True)
    for r in results:
        if isinstance(r, Problem):
            print("problem", r.code, r)
        elif isinstance(r, Circle):
            print("circle", r.r)
    print([r.code for r in results if isinstance(r, Problem)], [r.r for r in results if not isinstance(r, Exception)])
    for r in results:
        if isinstance(r, BaseException):
            continue
        print(r.r, end=" ")
    print()


for s in [Circle(2), Square(3), Square(0), Shape("blob"), 7]:
    try:
        print(area(s))
    except TypeError as e:
        print(e)
print(total([Circle(1), 2, Square(9), Circle(6), Circle(7)]))
print(first_or([1, "", "# c", " found "], "none"), first_or([], "none"))
print(rebound("abc"), rebound(1.5), rebound(Circle(1)), rebound(Circle(4)))
print(both(Circle(1), Circle(2)), both(Square(4), Circle(0)), both("a", 1), both(1, "B"), both(1, 2))
print(choice(Circle(8)), choice(Square(9)), choice(None), negative("a word"), negative(3))
print(with_statements(Circle(2), 3), with_statements(Circle(0), 3), with_statements("x", 3), with_statements(Circle(100), 3))
print(later(Circle(3))(2), later("x")(2), caught(5), caught(0))
print(loop(Square(9)), loop("x"), Square(1) == Square(1), Square(1) == 1, Square(2) != "x")
print(walrus(["a", "b", "stop", "c"]))
asyncio.run(gathered())
