class Shape:
    name = "shape"
    sides = 0
    tags = []
    def __init__(self, label):
        self.label = label
    def describe(self):
        return f"{self.name} {self.sides} {self.label}"
    @classmethod
    def kind(cls):
        return "k"
class Circle(Shape):
    name = "circle"
class Square(Shape):
    name = "square"
    sides = 4
    def describe(self):
        return "[" + super().describe() + "]"
class Odd(Square):
    sides = 5
for s in (Shape("a"), Circle("b"), Square("c"), Odd("d")):
    print(s.describe(), s.name, s.sides, type(s).name, s.__class__.sides, len(s.tags))
print(Shape.name, Circle.name, Odd.name, Odd.sides, Circle.sides, getattr(Odd, "name"), Square.tags is Shape.tags)
o = Odd("x")
o.sides = 9
print(o.sides, Odd.sides, o.describe(), Odd("y").sides)
Square.sides = 44
print(Square("q").sides, Odd("q").sides, Shape("q").sides)
class Base:
    limit = 10
    unit = None
    def check(self, n):
        return n < self.limit
    def total(self, n):
        return n * self.limit + 1
class Small(Base):
    limit = 3
    unit = "s"
print(Base().check(5), Small().check(5), Small().total(2), Base().unit, Small().unit)
def f(b):
    return b.limit
print(f(Base()), f(Small()), [x.limit for x in (Base(), Small())], max((Base(), Small()), key=lambda b: b.limit).limit)
class Animal:
    def __init__(self, name):
        self.name = name
class Dog(Animal):
    def fetch(self, *things, loud=False):
        return [f"{self.name} {t}{'!' if loud else ''}" for t in things]
    def bark(self, times=1):
        return "w" * times
    def sum(self, a, b):
        return a + b
zoo = [Animal("a"), Dog("d")]
print(zoo[1].fetch("x", 1, loud=True), zoo[1].bark(), zoo[1].bark(times=3), zoo[1].sum(1, 2), zoo[1].sum("a", "b"), Dog("q").sum(3, 4))
try:
    zoo[0].bark()
except AttributeError as e:
    print(e)
