from enum import Enum
class ClassNamesOfJava:
    def __init__(self, n):
        self.n = n
class String(ClassNamesOfJava):
    pass
class List:
    pass
class _Hidden(Exception):
    pass
class Object(Enum):
    A = 1
class Color(Enum):
    RED = "red"
    Long = 2
def show(x):
    print(type(x).__name__, type(x), x.__class__.__name__)
    try:
        x.missing
    except AttributeError as e:
        print(e)
    try:
        x + 1
    except TypeError as e:
        print(e)
show(ClassNamesOfJava(1)); show(String(2)); show(List())
print(str(ClassNamesOfJava(1)).split(" at")[0], ClassNamesOfJava.__name__)
for make in (lambda: Object(5), lambda: Color("x"), lambda: Object["B"]):
    try:
        make()
    except Exception as e:
        print(type(e).__name__, e)
print(Object.A, repr(Object.A), Color.Long, [Color.RED], Object.A.name)
try:
    raise _Hidden("x")
except Exception as e:
    print(type(e).__name__, repr(e), type(e))
n: int = 5
x: float = n / 2
words = ["a", "b"]
print(n, x, "".join(words), {w: len(w) for w in words})
raise _Hidden("at the end")
