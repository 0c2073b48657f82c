def append(item, target=[]):
    target.append(item)
    return target


def tally(key, counts={}):
    counts[key] = counts.get(key, 0) + 1
    return dict(counts)


print(append(1))
print(append(2))
print(append(3, []))
print(append(4))
print(tally("a"), tally("b"), tally("a"))

funcs = []
for i in range(3):
    def scaled(x, factor=i):
        return x * factor

    funcs.append(scaled)
print([f(10) for f in funcs])

late = [lambda x: x + i for i in range(3)]
early = [lambda x, i=i: x + i for i in range(3)]
print([f(1) for f in late], [f(1) for f in early])

base = 5


def uses_default(n=base * 2):
    return n


base = 100
print(uses_default(), uses_default(1))


def counter(start=0):
    value = start

    def increment(by=1):
        nonlocal value
        value += by
        return value

    def reset():
        nonlocal value
        value = start

    return increment, reset


inc, reset = counter(10)
print(inc(), inc(5), inc())
reset()
print(inc())
