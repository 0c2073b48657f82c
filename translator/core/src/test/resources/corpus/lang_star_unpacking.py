first, *rest = [1, 2, 3]
*init, last = "abc"
a, (b, *c), d = 1, (2, 3, 4), 5
print(first, rest, init, last, a, b, c, d)
(x, y), z = (1, 2), 3
print(x + y + z)
for i, (name, *scores) in enumerate([("ann", 1, 2), ("bob",)]):
    print(i, name, scores, sum(scores))
head, *_, tail = range(10)
print(head, tail)
print([*range(2), *"ab"], (*[1], *[2]), {*[1, 1], 2} == {1, 2}, {**{"a": 1}, **{"a": 2, "b": 3}})


def f(*args, **kw):
    return args, kw


print(f(*[1], *(2, 3), **{"a": 1}, **{"b": 2}))
try:
    p, q, *r = [1]
except ValueError as e:
    print(e)
swap = {"k": [1, 2]}
swap["k"][0], swap["k"][1] = swap["k"][1], swap["k"][0]
print(swap)
i = 0
lst = [0, 0]
i, lst[i] = 1, 9
print(i, lst)
