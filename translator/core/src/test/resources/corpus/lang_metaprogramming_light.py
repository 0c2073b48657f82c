class Plugin:
    registry = {}

    def __init_subclass__(cls, /, name=None, **kwargs):
        super().__init_subclass__(**kwargs)
        cls.name = name or cls.__name__.lower()
        Plugin.registry[cls.name] = cls

    def run(self):
        return f"{self.name} runs"


class Upper(Plugin, name="up"):
    def run(self):
        return super().run().upper()


class Plain(Plugin):
    pass


print(sorted(Plugin.registry), [cls().run() for cls in Plugin.registry.values()])


class Positive:
    def __set_name__(self, owner, name):
        self.name = name
        self.key = "_" + name

    def __get__(self, obj, objtype=None):
        if obj is None:
            return self
        return getattr(obj, self.key, 0)

    def __set__(self, obj, value):
        if value <= 0:
            raise ValueError(f"{self.name} must be positive")
        setattr(obj, self.key, value)


class Order:
    price = Positive()
    amount = Positive()

    def __init__(self, price, amount):
        self.price = price
        self.amount = amount

    def total(self):
        return self.price * self.amount


o = Order(3, 4)
print(o.total(), vars(o))
try:
    o.price = -1
except ValueError as e:
    print(e)


class Lazy:
    def __init__(self, data):
        self._data = data

    def __getattr__(self, name):
        try:
            return self._data[name]
        except KeyError:
            raise AttributeError(f"no {name}") from None

    def __dir__(self):
        return sorted(self._data)


lazy = Lazy({"a": 1, "b": [2]})
print(lazy.a, lazy.b, getattr(lazy, "c", "default"), hasattr(lazy, "b"), dir(lazy))
try:
    lazy.zzz
except AttributeError as e:
    print(e)


class Call:
    def __init__(self, path=""):
        self.path = path

    def __getattr__(self, name):
        return Call(f"{self.path}/{name}")

    def __call__(self, **params):
        query = "&".join(f"{k}={v}" for k, v in params.items())
        return f"GET {self.path}?{query}" if query else f"GET {self.path}"


api = Call()
print(api.users.list(page=2, size=10), api.health())


class Temp:
    __slots__ = ("c",)

    def __init__(self, c):
        self.c = c

    @property
    def f(self):
        return self.c * 9 / 5 + 32

    @f.setter
    def f(self, value):
        self.c = (value - 32) * 5 / 9

    @f.deleter
    def f(self):
        self.c = 0


t = Temp(100)
t.f = 50
print(t.c, t.f)
del t.f
print(t.c)
try:
    t.other = 1
except AttributeError as e:
    print("AttributeError:", e)
cls = Plain
print(cls.__name__, cls.__mro__[1].__name__, issubclass(Upper, Plugin), Upper.__bases__[0] is Plugin)
for attr in ("price", "amount"):
    setattr(o, attr, getattr(o, attr) + 1)
print(o.total(), type(Order.price).__name__, callable(api), callable(o))
