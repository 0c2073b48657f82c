from functools import reduce

compose = lambda *fs: reduce(lambda f, g: lambda x: g(f(x)), fs, lambda x: x)
add = lambda n: lambda x: x + n
twice = lambda f: lambda x: f(f(x))

print(compose(add(1), twice(add(10)), str)(5))
print(compose()(42))

curry = lambda f: lambda a: lambda b: f(a, b)
power = curry(pow)
print([power(2)(n) for n in range(8)])

table = {
    "+": lambda a, b: a + b,
    "-": lambda a, b: a - b,
    "*": lambda a, b: a * b,
    "/": lambda a, b: a / b if b else None,
}
for op in "+-*/":
    print(op, table[op](7, 2), end="; ")
print()
print(table["/"](1, 0))

words = ["delta", "Alpha", "charlie", "Bravo", "echo"]
print(sorted(words, key=lambda w: (len(w), w.lower())))
print(list(filter(lambda w: w[0].isupper(), words)))
print(list(map(lambda w, i: f"{i}{w[:2]}", words, range(10))))

fact = (lambda f: lambda n: f(f, n))(lambda self, n: 1 if n == 0 else n * self(self, n - 1))
print(fact(20), fact(25))

counters = [lambda i=i: i * i for i in range(4)]
late = [lambda: i for i in range(4)]
print([c() for c in counters], [c() for c in late], counters[2](9))

pipeline = [str.strip, str.title, lambda s: s.replace(" ", "")]
text = "  the quick brown fox "
for step in pipeline:
    text = step(text)
print(text)

flip = lambda f: lambda *args, **kw: f(*reversed(args), **kw)
print(flip(divmod)(3, 20))
print(max([3, -9, 4], key=lambda n: abs(n)), min("banana", key=lambda c: -ord(c)))
zipped = zip(*[(1, "a"), (2, "b")])
print([list(z) for z in zipped])
print((lambda *a, k=3, **kw: (a, k, kw))(1, 2, k=4, z=5))
print(any(map(lambda x: x > 3, [1, 2, 5])), all(map(lambda x: x > 3, [])))
