from dataclasses import dataclass
class Shape: pass
@dataclass
class Sq(Shape):
    side: int
    tag: str = "s"
    def area(self): return self.side ** 2
@dataclass
class Circle(Shape):
    side: float
    def area(self): return 3 * self.side ** 2
    def roll(self, by): return f"rolls {by}"

def info(s: Shape):
    print(s.side, s.area(), getattr(s, "tag", None))
    if isinstance(s, Circle):
        print(s.roll(2))
    return s.side + 1

shapes: list[Shape] = [Sq(2), Circle(1.5)]
for s in shapes:
    print(info(s), s.area())
print(sum(s.area() for s in shapes), max(shapes, key=lambda s: s.side))
for s in shapes:
    try:
        print(s.roll(3))
    except AttributeError as e:
        print(e)
    s.side = 9
print(shapes)
