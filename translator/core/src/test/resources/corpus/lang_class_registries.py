from dataclasses import dataclass
SHAPES = {}
def register(cls):
    SHAPES[cls.__name__.lower()] = cls
    return cls
PLUGINS = {}
def plugin(name, *, order=0):
    """Registers."""
    def deco(cls):
        PLUGINS[name] = (order, cls)
        return cls
    return deco
@register
class Circle:
    kind = "round"
    def __init__(self, r):
        self.r = r
    def area(self):
        return 3 * self.r * self.r
@register
@dataclass
class Rect:
    w: int
    h: int = 1
    def area(self):
        return self.w * self.h
@plugin("up", order=2)
class Upper:
    def run(self, text):
        return text.upper()
@plugin("rev")
class Reverse:
    def run(self, text):
        return text[::-1]
print(sorted(SHAPES), Circle(2).area(), Rect(2, 3), Rect(4).area(), SHAPES["circle"](3).area(), SHAPES["rect"](2, h=5))
for name, (order, cls) in sorted(PLUGINS.items(), key=lambda kv: kv[1][0]):
    print(name, order, cls.__name__, cls().run("abc"))
print(Circle.kind, isinstance(SHAPES["circle"](1), Circle), SHAPES["circle"] is Circle)
class Registry:
    def __init__(self):
        self.items = {}
    def add(self, cls):
        self.items[cls.__name__] = cls
        return cls
    def named(self, name):
        def deco(cls):
            self.items[name] = cls
            return cls
        return deco
    def make(self, name, *args):
        return self.items[name](*args)
registry = Registry()
@registry.add
class Dog:
    def __init__(self, name):
        self.name = name
    def speak(self):
        return f"{self.name}: woof"
@registry.named("kitty")
class Cat:
    def __init__(self, name):
        self.name = name
    def speak(self):
        return f"{self.name}: meow"
for n in ("Dog", "kitty"):
    print(registry.make(n, "x").speak())
print(Dog("rex").speak(), Cat("tom").name)
try:
    registry.make("cow", 1)
except KeyError as e:
    print("no", e)
def tagged(cls):
    cls.tag = cls.__name__ + "!"
    return cls
@tagged
class T:
    def show(self):
        return self.tag
print(T().show(), T.tag)
