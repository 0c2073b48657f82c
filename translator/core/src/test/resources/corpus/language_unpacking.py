def stats(xs):
    return min(xs), max(xs), sum(xs) / len(xs)


lo, hi, mean = stats([1, 2, 3, 4])
print(lo, hi, mean)
pairs = [(1, "a"), (2, "b")]
for n, s in pairs:
    print(n, s)
nums, letters = zip(*pairs)
print(nums, letters)
(a, b), c = (1, 2), 3
print(a, b, c)
head, *tail = [1, 2, 3]
print(head, tail)
*init, last = (1, 2, 3)
print(init, last)
d = {"x": 1, "y": 2}
for i, (k, v) in enumerate(d.items()):
    print(i, k, v)
print([*range(3), *[9]], {**d, "z": 3}, (*"ab",))


def f(a, b, c):
    return a + b * c


args = [1, 2, 3]
print(f(*args), f(4, *(5, 6)))
x = y = 0
x += 1
print(x, y)
