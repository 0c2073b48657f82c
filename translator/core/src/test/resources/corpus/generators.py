def countdown(n):
    while n > 0:
        yield n
        n -= 1


print(list(countdown(3)))
for x in countdown(2):
    print(x)


def squares():
    i = 0
    while True:
        yield i * i
        i += 1


g = squares()
print(next(g), next(g), next(g))


def chain(*its):
    for it in its:
        yield from it


print(list(chain([1, 2], [3])))


def accumulate():
    total = 0
    while True:
        x = yield total
        total += x


acc = accumulate()
next(acc)
print(acc.send(5), acc.send(10))


def with_cleanup():
    try:
        yield 1
        yield 2
    finally:
        print("closed")


w = with_cleanup()
print(next(w))
w.close()
print(sum(x for x in countdown(4)), max(countdown(3)))
gen = (x * 2 for x in range(3))
print(next(gen), list(gen))
try:
    next(gen)
except StopIteration:
    print("stop")
print(next(countdown(0), "empty"))


class Range3:
    def __init__(self):
        self.i = 0

    def __iter__(self):
        return self

    def __next__(self):
        if self.i >= 3:
            raise StopIteration
        self.i += 1
        return self.i


print(list(Range3()), [x for x in Range3()])
