import sys

if sys.platform == "nothing":
    def greet(name):
        return "never " + name
else:
    def greet(name):
        return "hello " + name


def twice(f):
    return lambda x: f(f(x))


def process(x):
    return x + 1


process = twice(process)
print(greet("ann"), process(5))


def make(kind):
    if kind == "add":
        def op(a, b):
            return a + b
    elif kind == "mul":
        def op(a, b):
            return a * b
    else:
        op = max
    return op


print([make(k)(3, 4) for k in ("add", "mul", "max")])


def outer():
    x = "outer"

    def inner():
        nonlocal x
        x = "changed"

        def innermost():
            return x + "!"

        return innermost

    f = inner()
    return x, f()


print(outer())
handlers = {}


def on(event):
    def deco(f):
        handlers.setdefault(event, []).append(f)
        return f

    return deco


@on("start")
def a():
    return "a started"


@on("start")
@on("stop")
def b():
    return "b called"


for event in sorted(handlers):
    print(event, [h() for h in handlers[event]], [h.__name__ for h in handlers[event]])

total = 0


def bump(n=1):
    global total, created
    total += n
    created = "yes"


bump()
bump(5)
print(total, created)
compose = lambda *fs: lambda x: [f(x) for f in fs]
print(compose(abs, str, lambda v: v * 2)(-3))
