class S:
    n = 0
    @classmethod
    def make(cls, k):
        def inner():
            x = cls()
            x.n = k
            print(cls.__name__, cls)
            return x
        return inner()
    @classmethod
    def other(cls):
        cls.n += 1
        return (lambda: cls.n)() + cls.n
class T(S):
    pass
print(S.make(4).n, T.make(5).n, S.other(), T.other(), S.n)
