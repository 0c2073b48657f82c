class Money:
    def __init__(self, c):
        self.c = c
    def __format__(self, spec):
        if not spec:
            return str(self)
        return f"${self.c / 100:{spec}}"
    def __str__(self):
        return f"{self.c}c"
    def __int__(self):
        return self.c
    def __float__(self):
        return self.c / 100
    def __abs__(self):
        return Money(abs(self.c))
    def __round__(self, n=0):
        return round(self.c / 100, n)
    def __divmod__(self, k):
        return divmod(self.c, k)
m = Money(1234)
print(f"{m}", f"{m:.1f}", f"{m:>10.2f}|", format(m, ".3f"), "{:.2f} {}".format(m, m), f"{m!s:>8}|", int(m), float(m), abs(Money(-3)), round(m, 1), divmod(m, 100), format(m))
class Ring:
    def __init__(self, *xs):
        self.xs = xs
    def __len__(self):
        return len(self.xs)
    def __iter__(self):
        return iter(self.xs)
    def __reversed__(self):
        for x in self.xs[::-1]:
            yield x * 10
    def __getitem__(self, i):
        return self.xs[i]
r = Ring(1, 2, 3)
print(list(reversed(r)), [x for x in reversed(r)], list(r), r[0])
for x in reversed(r):
    print(x)
def back(xs):
    return list(reversed(xs))
print(back(r), back([1, 2]), back("ab"), "".join(str(x) for x in reversed(r)))
class Down:
    def __init__(self, n):
        self.n = n
    def __len__(self):
        return self.n
    def __getitem__(self, i):
        if i >= self.n:
            raise IndexError(i)
        return i * i
print(list(reversed(Down(4))), list(Down(3)))
def show(x):
    return f"{x:>6}|{x}"
print(show(5), show("a"), show(m) if False else "")
def fm(x, s):
    return format(x, s)
print(fm(m, ".2f"), fm(3.14159, ".2f"))
class P:
    def __init__(self, x):
        self.x = x
try:
    print(f"{P(1):>5}")
except TypeError as e:
    print(e)
