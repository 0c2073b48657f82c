class Temp:
    def __init__(self, c):
        self.c = c

    def __str__(self):
        return f"{self.c}C"

    def __repr__(self):
        return f"Temp(c={self.c!r})"


class Plain:
    pass


class OnlyRepr:
    def __repr__(self):
        return "<only>"


t = Temp(21.5)
print(t, repr(t), [t], {"k": t}, (t,), f"{t} {t!r} {t!s:>8}|")
print("%s %r" % (t, t), "{} {!r}".format(t, t), str([OnlyRepr()]), OnlyRepr())
print(type(t), type(t).__name__, Temp, Plain.__name__, type(3), type("s"), type(None), type([]))
print(isinstance(t, (int, Temp)), type(t) is Temp, type(3) == int, type(True) is bool, isinstance(True, int))
print(str(Plain()).startswith("<__main__.Plain object at 0x"), callable(t), callable(Temp), callable(len))
print(vars(t), t.__dict__, t.__class__.__name__, hasattr(t, "c"), getattr(t, "zz", "dflt"))
setattr(t, "c", 5)
print(t.c, getattr(t, "c"))
try:
    t.missing
except AttributeError as e:
    print(e)
try:
    Temp()
except TypeError as e:
    print(e)
try:
    t.c()
except TypeError as e:
    print(e)
try:
    None.x
except AttributeError as e:
    print(e)
try:
    len(5)
except TypeError as e:
    print(e)
try:
    "a" + 1
except TypeError as e:
    print(e)
try:
    1 + "a"
except TypeError as e:
    print(e)
try:
    [1, 2]["x"]
except TypeError as e:
    print(e)
try:
    {}["k"]
except KeyError as e:
    print(repr(e))
try:
    int("abc")
except ValueError as e:
    print(e)
try:
    a, b = [1, 2, 3]
except ValueError as e:
    print(e)
try:
    for x in 5:
        pass
except TypeError as e:
    print(e)
try:
    {[]: 1}
except TypeError as e:
    print(e)
