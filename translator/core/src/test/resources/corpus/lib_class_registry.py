import abc
import functools
import operator
from contextlib import contextmanager


class Plugin(abc.ABC):
    registry = {}

    def __init__(self, name):
        self.name = name
        Plugin.registry[name] = self

    @abc.abstractmethod
    def run(self, value): ...

    def __repr__(self):
        return f"{type(self).__name__}({self.name!r})"


class Adder(Plugin):
    def __init__(self, n):
        super().__init__(f"add{n}")
        self.n = n

    def run(self, value):
        return value + self.n


class Scaler(Plugin):
    def __init__(self, n):
        super().__init__(f"scale{n}")
        self.n = n

    def run(self, value):
        return value * self.n


@contextmanager
def traced(label):
    print("enter", label)
    yield
    print("leave", label)


plugins = [Adder(3), Scaler(2), Adder(-1)]
with traced("pipeline"):
    print(functools.reduce(lambda value, p: p.run(value), plugins, 10))
print(Plugin.registry)
print(sorted(plugins, key=operator.attrgetter("n")))
