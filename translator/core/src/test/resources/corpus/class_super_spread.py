class A:
    def __init__(self, x, y=2, *, z=3):
        self.t = (x, y, z)
class B(A):
    def __init__(self, *args, **kw):
        super().__init__(*args, **kw)
class C(A):
    def __init__(self, q, **kw):
        super().__init__(q, **kw)
class D(A):
    def __init__(self, *args):
        super().__init__(*args, z=9)
print(B(1).t, B(1, 5, z=7).t, C(1).t, C(1, y=4).t, D(1, 2).t)
class E(Exception):
    def __init__(self, msg, *, code=0):
        super().__init__(msg)
        self.code = code
class F(E):
    def __init__(self, *args, **kw):
        super().__init__(*args, **kw)
        self.extra = 1
class G(E):
    def __init__(self, what, **kw):
        super().__init__(f"G {what}", **kw)
try:
    raise F("m", code=4)
except E as e:
    print(repr(e), e.code, e.extra)
try:
    raise G("m", code=4)
except E as e:
    print(repr(e), e.code)
