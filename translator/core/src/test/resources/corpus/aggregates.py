from fractions import Fraction
xs = [1, 5, 7]
print(sum(x > 3 for x in xs), sum(1 for x in xs if x > 1), sum(x for x in xs), sum(x / 2 for x in xs))
print(sum(0.1 for _ in range(10)), sum([0.1] * 10), sum([0.1, 1, 0.2, 3, 1e16, 1, -1e16]))
print(sum(v for v in [True, 0.1, 0.2, 0.3]), sum([-0.0], -0.0), max(x * 2 for x in xs), min(-x / 3 for x in xs))
print(max(len(w) for w in "a bcd ef".split()), min(w for w in "q bcd ef".split()))
def f(values, other):
    t = sum(v * v for v in values)
    pairs = [(a, b) for a, b in zip(values, other) if a < b]
    m = max(abs(v) for v in values)
    return t, m, pairs, sum(a * b for a, b in zip(values, other)), max(m, 3), min(t, 2.5)
print(f([1.0, -2.5, 3.0], [4.0, 5.0, 6.0]))


def unknown(values):
    return sum(v * v for v in values), max(abs(v) for v in values), min(-v for v in values)


for each in ([1, -2, 3], [1.5, -2.5], [2**62, 2**62, 2**63], [0.1, 1, 2**70], [True, 0.5]):
    print(unknown(list(iter(each))), sum(each), sum(v for v in each))
try:
    print(max(x for x in xs if x > 100))
except ValueError as e:
    print(e)
try:
    print(sum(x for x in ["a", "b"]))
except TypeError as e:
    print(e)
for i, (a, b) in enumerate(zip("abc", range(5))):
    if a == "b":
        continue
    print(i, a, b)
for (a, b), c in zip([(1, 2), (3, 4)], "xy"):
    print(a, b, c)
for _, b in zip(xs, "abc"):
    print(b)
else:
    print("end")
print(sum(Fraction(1, n) for n in xs), sum((v for v in [1, 2]), 10))
t = 0
n = "a"
for v in [1, 2.5, 3]:
    t += v
    n += str(v)
print(t, n)
class C:
    def __init__(self): self.x = None
    def go(self, v):
        if self.x is None: self.x = v
        else: self.x += v
        return self.x
c = C()
print(c.go([1]), c.go((2, 3)), C().go("a"))
d = C(); d.go(1); print(d.go(2.5), isinstance(d.x, float), isinstance(b"a", bytes), isinstance(True, bool))
def g(k):
    return [isinstance(k, t) for t in (float, bool, bytes)], isinstance(k, float) or isinstance(k, (bytes, bool))
print(g(1.0), g(True), g(b"x"), g("s"), g(1))
