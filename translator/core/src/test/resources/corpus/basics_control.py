for i in range(5):
    if i == 1:
        continue
    if i == 4:
        break
    print(i)
else:
    print("not reached")
for i in range(2):
    pass
else:
    print("loop completed", i)
n = 0
while True:
    n += 1
    if n > 3:
        break
print(n)
while n > 0:
    n -= 1
else:
    print("while done")


def classify(x):
    if x < 0:
        return "neg"
    elif x == 0:
        return "zero"
    elif x < 10:
        return "small"
    else:
        return "big"


print([classify(v) for v in (-1, 0, 5, 50)])


def fact(n):
    return 1 if n <= 1 else n * fact(n - 1)


print(fact(5), fact(25))


def fib(n):
    a, b = 0, 1
    while a < n:
        print(a, end=" ")
        a, b = b, a + b
    print()


fib(50)


def default(a, b=2, *args, c=3, **kwargs):
    print(a, b, args, c, kwargs)


default(1)
default(1, 5, 6, 7, c=8, d=9, e=10)
default(a=1, b=0)


def none():
    pass


print(none())
if (m := 10) > 5:
    print("walrus", m)
data = [1, 2, 3]
while (k := len(data)) > 1:
    data.pop()
    print(k)
x = None
print(x is None, x is not None, x == None)
y = x or "default"
print(y, 0 or 5, "" or "e", 3 and 4, [] or [1])
label = "even" if m % 2 == 0 else "odd"
print(label)
assert m == 10, "message"
total = 0
for a in range(3):
    for b in range(3):
        if b == 2:
            break
        total += a * b
print(total)
