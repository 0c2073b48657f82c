"""Fields that an object may not have yet, and calls that do not fit."""
import copy
import functools


class Sensor:
    def __init__(self, name, calibrated):
        self.name = name
        if calibrated:
            self.offset = 3

    def read(self, raw):
        self.last = raw + self.offset
        return self.last

    def reset(self):
        self.count = 0

    def tick(self):
        self.count += 1
        return self.count


class Timer:
    def __enter__(self):
        self.started = 5
        return self

    def __exit__(self, *args):
        print("took", self.started)


class Base:
    def __init__(self):
        self.setup()

    def setup(self):
        self.kind = "base"


class Derived(Base):
    def setup(self):
        super().setup()
        self.extra = [1]


def logged(function):
    @functools.wraps(function)
    def inner(*args, **kwargs):
        return function(*args, **kwargs)

    return inner


@logged
def ratio(a, b):
    return a / b


def attempt(what, action):
    try:
        print(what, action())
    except Exception as error:
        print(what, type(error).__name__, error)


good = Sensor("a", True)
bad = Sensor("b", False)
attempt("read", lambda: good.read(4))
attempt("read", lambda: bad.read(4))
attempt("last", lambda: good.last)
attempt("last", lambda: bad.last)
attempt("tick", lambda: good.tick())
good.reset()
attempt("tick", lambda: good.tick())
attempt("copy", lambda: copy.copy(good).tick())
attempt("deep", lambda: copy.deepcopy(bad).tick())
attempt("extra", lambda: Derived().extra + [Derived().kind])
attempt("partial", lambda: functools.partial(ratio, 6)(3))
attempt("partial", lambda: functools.partial(ratio, b=0)(3))


def wrong_lambda():
    function = lambda a, b: a
    return function(1)


attempt("lambda", wrong_lambda)
with Timer():
    pass
