from enum import IntEnum, Enum, StrEnum
import datetime
import decimal, fractions, pathlib, re
class P(IntEnum):
    LOW = 1
class S(StrEnum):
    A = "a"
class C(Enum):
    X = 1
def kind(v):
    match v:
        case int(n):
            return f"int {n}"
        case str(s):
            return f"str {s}"
        case float():
            return "float"
    return "other"
print([kind(v) for v in (P.LOW, C.X, 5, "q", 2.5)])
print(isinstance(P.LOW, int), isinstance(S.A, str), isinstance(C.X, int), isinstance(P.LOW, (int, str)))
kinds = {"d": datetime.date, "dt": datetime.datetime, "i": int, "s": str, "td": datetime.timedelta, "dec": decimal.Decimal}
v = datetime.date(2024, 1, 2)
for name, k in kinds.items():
    print(name, isinstance(v, k), k.__name__)
print(kinds["i"]("5") + 1, kinds["d"](2024, 5, 6), kinds["dec"]("1.5"))
def check(v, kind):
    return isinstance(v, kind)
print(check(v, (str, datetime.date)), check(5, int))
def f(m):
    if isinstance(m, tuple) and len(m) == 2 and isinstance(m[1], int):
        a, b = m
        return a, b
    return m
import json
print(f((1, 2)), f((1, "x")), f([1]), f(json.loads("[1]")))
class D:
    def __set_name__(self, owner, name):
        self.name = "_" + name
    def __get__(self, obj, owner=None):
        return getattr(obj, self.name, "default")
    def __set__(self, obj, value):
        setattr(obj, self.name, value)
    def __delete__(self, obj):
        delattr(obj, self.name)
class H:
    x = D()
h = H()
h.x = 1
print(h.x)
del h.x
print(h.x)
import operator
from functools import reduce
print(list(map(str.upper, "ab")), sorted("bA", key=str.lower))
