def outer(a, b=2, *args, c, d=4, **kw):
    def inner(x=a, *, y=b):
        return x, y, args, c, d, sorted(kw)

    return inner


print(outer(1, c=3)())
print(outer(1, 5, 6, 7, c=3, z=9)(y=0))
print(outer(a=1, c=2)(10))
try:
    outer(1)
except TypeError as e:
    print(e)
try:
    outer(1, c=1)(1, 2)
except TypeError as e:
    print(e)
try:
    outer()
except TypeError as e:
    print(e)


def flags(verbose=False, *, dry_run: bool = False, level: int = 1) -> str:
    return f"{verbose} {dry_run} {level}"


print(flags(), flags(True), flags(level=5, dry_run=True))
try:
    flags(True, True)
except TypeError as e:
    print(e)
options = dict(dry_run=True)
print(flags(**options), flags(*[1], **{"level": 2}))
print(outer.__name__, flags.__defaults__, flags.__kwdefaults__ if hasattr(flags, "__kwdefaults__") else None)


class Builder:
    def __init__(self):
        self.parts = []

    def add(self, part, /, *, times=1):
        self.parts += [part] * times
        return self

    def build(self, sep=""):
        return sep.join(self.parts)


print(Builder().add("a").add("b", times=3).build("-"))
try:
    Builder().add(part="x")
except TypeError as e:
    print(e)
