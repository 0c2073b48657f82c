class A(Exception):
    status, phrase = 413, "Too Large"
    def __init__(self, *args, **kw):
        super().__init__(*args)
        self.kw = kw
class B:
    a, b = 1, 2
    (c, d), e = (3, 4), "x"
try:
    raise A(1, 2, x=3)
except A as e:
    print(repr(e), e.kw, e.status, e.phrase, e.args)
print(B.a, B().b, B.c, B.d, B.e)
print(int(b"1f", 16), int(b" 12 "), int("z", 36), float(b"1.5"))
class C(KeyError):
    def __init__(self, first, *rest):
        super().__init__(first, *rest)
print(repr(C(1, 2, 3)), repr(C(1)), C("k"))
