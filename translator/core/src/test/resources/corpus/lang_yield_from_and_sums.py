def flat(xs):
    for x in xs:
        if isinstance(x, list):
            yield from flat(x)
        else:
            yield x
def walk(n):
    if n:
        yield from walk(n - 1)
        yield n
        yield from range(n)
        yield from [n, n]
        yield from "ab"
def g2(xs):
    r = yield from xs
    print("r", r)
print(list(flat([1, [2, [3]]])), list(walk(2)), list(g2([1])), list(g2((2,))))
print(sum([True, False, True]), sum(x > 1 for x in [1, 2, 3]), sum({True, False}), sum([1, 2.5]), sum([b for b in (True, True)]))
def mixed(flag):
    return [1, 2.5] if flag else [2, 3]
print(sum(mixed(True)), sum(mixed(False)), sum(x * 2 for x in mixed(True)), sum(x for x in mixed(False)))
bits = [a & b for a, b in zip([True, False], [True, True])]
print(sum(bits) / len(bits), sum(map(str.isdigit, "a1b2")), sum(c.isdigit() for c in "12x"))
total = sum(v % 2 == 0 for v in range(10))
print(total + 1, total // 2, f"{total:03d}")
def inner():
    got = yield 1
    return got
def outer():
    x = yield from inner()
    print("got", x)
    yield from [5]
o = outer()
print(next(o))
print(o.send(9))
