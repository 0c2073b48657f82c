class AppError(Exception):
    code = 1
    def __init__(self, message, **details):
        super().__init__(message)
        self.details = details
    def __str__(self):
        base = super().__str__()
        return f"{base} {self.details}"
class Sub(AppError):
    def __str__(self):
        return "sub " + super().__str__()
try:
    raise AppError("x", a=1)
except AppError as e:
    print(e, repr(e), [e], str(e))
try:
    raise Sub("y")
except AppError as e:
    print(e, repr(e))
def f(*xs):
    return list(range(*xs))
print(f(3), f(1, 3), f(*(5, 1, -2)), [i for i in range(*slice(1, None, 2).indices(7))])
