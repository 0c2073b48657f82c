class A:
    def __init__(self):
        self.x = 1
a = A()

print(a.x, vars(a))

print(a.x)
from collections.abc import Iterator, Iterable, Generator
def g():
    yield 1
print(isinstance(g(), Iterator), isinstance(iter([1]), Iterator), isinstance(map(str, []), Iterator), isinstance(zip(), Iterator), isinstance([], Iterator), isinstance((x for x in []), Generator), isinstance(enumerate([]), Iterator), isinstance(range(3), Iterator), isinstance(range(3), Iterable))
print(b"hello".translate(bytes.maketrans(b"l", b"L")), b"a-b".translate(None, b"-"))
print(float.fromhex("0x1.8p+1"))
