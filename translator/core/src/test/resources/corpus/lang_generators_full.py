def echo():
    received = []
    while True:
        try:
            item = yield len(received)
        except KeyError as e:
            received.append(("error", e.args[0]))
            continue
        if item is None:
            return received
        received.append(item)


def inner():
    x = yield 1
    print("inner got", x)
    y = yield 2
    print("inner got", y)
    return x + y


def outer():
    total = yield from inner()
    print("inner returned", total)
    yield total * 10
    rest = yield from [7, 8]
    print("list returned", rest)


def tree(depth):
    if depth == 0:
        return
    yield from tree(depth - 1)
    yield depth
    yield from tree(depth - 1)


g = echo()
print(next(g), g.send("a"), g.send("b"))
print(g.throw(KeyError("k")))
try:
    g.send(None)
except StopIteration as e:
    print("returned", e.value)

o = outer()
print(next(o))
print(o.send(5))
print(o.send(6))
print(list(o))
print(list(tree(3)))


def closing():
    try:
        yield 1
        yield 2
    finally:
        print("closing cleanup")


c = closing()
print(next(c))
c.close()
print(list(c))


def bad():
    yield 1
    raise StopIteration("inside")


try:
    list(bad())
except RuntimeError as e:
    print("RuntimeError:", e, "| cause:", repr(e.__cause__))

squares = (n * n for n in range(5))
print(next(squares), sum(squares), next(squares, "done"))
