class S:
    n = 0
    def __init__(self, a=1):
        self.a = a
    @classmethod
    def make(cls, k):
        return cls(k)
    @classmethod
    def other(cls):
        cls.n += 1
        return cls.n
    @classmethod
    def name(cls):
        return cls.__name__
class T(S):
    pass
print(type(S.make(4)).__name__, type(T.make(5)).__name__, S.other(), T.other(), S.n, T.name(), T(2).name())
