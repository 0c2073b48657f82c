counter = 0
names = []


def bump(step=1):
    global counter
    counter += step
    return counter


def outer():
    items = []
    total = 0

    def add(x):
        nonlocal total
        items.append(x)
        total += x
        return total

    def report():
        return f"{items} {total}"

    add(1)
    add(2)
    return report()


bump()
bump(5)
print(counter, outer())


def make_ops():
    result = []
    for k in range(3):
        op = lambda x, k=k: x * k
        result.append(op(10))
    return result


def shadow(x):
    y = x
    for x in range(2):
        y += x
    return x, y


print(shadow(5))
result = [x for x in range(3)]
x = "kept"
print(result, x)


def early(n):
    for i in range(n):
        if i == 2:
            return i
    return -1


print(early(5), early(1))


def many(flag):
    if flag:
        value = 1
    else:
        value = 2
    return value


print(many(True), many(False))


def swap(a, b):
    a, b = b, a
    return a, b


print(swap(1, 2))
