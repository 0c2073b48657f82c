calls = []


def v(n):
    calls.append(n)
    return n


print(v(1) < v(2) < v(3), calls)
calls.clear()
print(v(3) < v(2) < v(1), calls)
print(1 == 1.0 == True, 1 < 2 > 1, "a" < "b" <= "b" != "c")
x = 5
print(0 <= x < 10, not 0 <= x < 3, x in [1, 5] == True, (x in [1, 5]) == True)
print(None is None is not False, [] == [] is not None)
print(min(3, 1, 2), max("apple", "fig", key=len), max([1, 5, 3], default=0), min([], default="none"))
print(0 or "a" or 1, "" and 5, None or [] or "last", 1 and 2 and 3, not "", not not [0])
print(3 > 2 > 1 == True, (lambda a: a if a else "falsy")(0))
