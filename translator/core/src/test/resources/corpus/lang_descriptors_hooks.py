class Positive:
    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, instance, owner):
        if instance is None:
            return self
        return instance.__dict__[self.name]

    def __set__(self, instance, value):
        if value <= 0:
            raise ValueError(f"{self.name} must be positive")
        instance.__dict__[self.name] = value


class Product:
    price = Positive()
    amount = Positive()

    def __init__(self, price, amount):
        self.price = price
        self.amount = amount

    def __getattr__(self, name):
        if name.startswith("get_"):
            return lambda: getattr(self, name[4:])
        raise AttributeError(f"no {name}")


class Plugin:
    registry = {}

    def __init_subclass__(cls, /, key=None, **kwargs):
        super().__init_subclass__(**kwargs)
        cls.registry[key or cls.__name__.lower()] = cls


class Upper(Plugin):
    def run(self, s):
        return s.upper()


class Twice(Plugin, key="x2"):
    def run(self, s):
        return s * 2


class Locked:
    def __init__(self):
        object.__setattr__(self, "values", {})

    def __setattr__(self, name, value):
        print("set", name, value)
        self.values[name] = value

    def __getattr__(self, name):
        try:
            return self.values[name]
        except KeyError:
            raise AttributeError(name) from None


p = Product(3, 4)
print(p.price * p.amount, p.get_price())
try:
    p.price = -1
except ValueError as e:
    print(e)
try:
    p.nothing
except AttributeError as e:
    print(e)
print(sorted(Plugin.registry), Plugin.registry["x2"]().run("ab"), Plugin.registry["upper"]().run("ab"))
locked = Locked()
locked.a = 1
locked.b = locked.a + 1
print(locked.b, hasattr(locked, "c"), getattr(locked, "c", "none"))
