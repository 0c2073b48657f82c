class A:
    code = 1
    def f(self):
        return self.code
class B(A):
    code = 2
class X(Exception):
    code = 1
    def f(self):
        return self.code
class Y(X):
    code = 2
class Z(X):
    pass
print(A().f(), B().f(), X().f(), Y().f(), Z().f(), Y().code, Y.code)
try:
    raise Y("a")
except X as e:
    print(e.code, e.f(), e)
