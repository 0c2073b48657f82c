class A:
    def one(self, max_size, other): return max_size
    def opt(self, a, b=2): return a, b
    @classmethod
    def c(cls, a): return a
    @staticmethod
    def s(a): return a
a = A()
f = a.opt
for f in (lambda: a.one(1, 2, 3), lambda: a.opt(1,2,3), lambda: f(1,2,3,4), lambda: A.one(a, 1), lambda: a.opt(), lambda: A.c(1, 2), lambda: A.s(1, 2), lambda: A.s()):
    try:
        print(f())
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)
