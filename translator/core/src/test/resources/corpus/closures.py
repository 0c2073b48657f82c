def make_counter():
    count = 0

    def inc():
        nonlocal count
        count += 1
        return count

    return inc


c = make_counter()
print(c(), c(), c())


def adder(n):
    return lambda x: x + n


add5 = adder(5)
print(add5(10), adder(1)(2))

total = 0


def add_total(n):
    global total
    total += n


add_total(3)
add_total(4)
print(total)
fns = []
for i in range(3):
    fns.append(lambda: i)
print([f() for f in fns])
fns = [lambda x, k=k: x * k for k in range(3)]
print([f(10) for f in fns])


def apply(f, *args):
    return f(*args) if False else f(args[0], args[1])


print(apply(lambda a, b: a - b, 5, 3))


def compose(f, g):
    def inner(x):
        return f(g(x))

    return inner


print(compose(lambda x: x + 1, lambda x: x * 2)(5))
ops = {"add": lambda a, b: a + b, "mul": lambda a, b: a * b}
for name, op in ops.items():
    print(name, op(3, 4))
