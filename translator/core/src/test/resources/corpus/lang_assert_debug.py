def mean(xs):
    assert len(xs) > 0, "need at least one value"
    return sum(xs) / len(xs)


print(mean([1, 2, 3]))
try:
    mean([])
except AssertionError as e:
    print("AssertionError:", e)
try:
    assert 1 == 2
except AssertionError as e:
    print(repr(e), e.args)
try:
    assert [], ("tuple", 1)
except AssertionError as e:
    print(e.args)
print(__debug__)
if __debug__:
    print("debug on")
x = [1]
assert x, "fine"
del x
try:
    x
except NameError as e:
    print(e)
