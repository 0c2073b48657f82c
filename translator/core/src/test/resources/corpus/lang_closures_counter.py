def make_counters():
    counts = {}

    def counter(name):
        counts[name] = 0

        def inc(step=1):
            counts[name] += step
            return counts[name]

        def dec():
            counts[name] -= 1
            return counts[name]

        return inc, dec

    def total():
        return sum(counts.values())

    return counter, total


counter, total = make_counters()
a_inc, a_dec = counter("a")
b_inc, _ = counter("b")
print(a_inc(), a_inc(5), a_dec(), b_inc(10), total())


def accumulate():
    total = 0
    history = []

    def add(n):
        nonlocal total
        total += n
        history.append(total)
        return history

    return add


acc = accumulate()
acc(1)
acc(2)
print(acc(3))
adders = [lambda n, k=k: n + k for k in range(3)]
print([f(10) for f in adders], [(lambda: i)() for i in range(3)])


def outer(n):
    def fact(k):
        return 1 if k < 2 else k * fact(k - 1)

    def is_even(k):
        return True if k == 0 else is_odd(k - 1)

    def is_odd(k):
        return False if k == 0 else is_even(k - 1)

    return fact(n), is_even(n)


print(outer(5), outer(4))
