from enum import Enum, IntEnum, Flag, StrEnum, auto, IntFlag
import enum
Color = Enum("Color", "RED GREEN BLUE")
Level = IntEnum("Level", ["LOW", "HIGH"], start=5)
Perm = Flag("Perm", "R W X")
Shape = enum.Enum("Shape", [("SQUARE", 4), ("TRI", 3)])
Kind = Enum("Kind", {"A": "a", "B": "b"})
Word = StrEnum("Word", "ONE TWO")
Names = Enum("Names", names=("X", "Y"), module=__name__)
print(list(Color), Color.RED, Color(2), Color["BLUE"].value, Level.HIGH + 1, Perm.R | Perm.X, Shape.TRI.value, Kind.B, Word.TWO, Names.Y.value)
print([m.name for m in Color], len(Color), Color.RED in Color, isinstance(Color.RED, Color))

class Access(Flag):
    READ = auto()
    WRITE = auto()
    EXEC = auto()
    RW = READ | WRITE
    ALL = RW | EXEC
    NONE = 0

print(Access.RW, repr(Access.RW), Access.READ | Access.EXEC, ~Access.READ, Access.RW & Access.WRITE, Access.RW ^ Access.READ)
print(list(Access.RW), len(Access.ALL), Access.READ in Access.RW, bool(Access.NONE), Access.RW.name, (Access.READ | Access.EXEC).name, Access(5), Access["RW"], [a.name for a in Access], Access.RW.value)
class IF(IntFlag):
    A = 1
    B = 2
print(IF.A | 4, IF.A + 1, repr(IF.A | IF.B), IF(3), IF.A == 1, int(IF.B), f"{IF.A}", f"{Access.READ}")
try:
    print(Access(64))
except ValueError as e:
    print(e)
class Planet(Enum):
    EARTH = (5.97e24, 6.37e6)
    MARS = (6.4e23, 3.39e6)
    def __init__(self, mass, radius):
        self.mass = mass
        self.radius = radius
    @property
    def g(self):
        return round(6.67e-11 * self.mass / self.radius ** 2, 2)
print(Planet.EARTH.g, Planet.MARS.mass, Planet((5.97e24, 6.37e6)))
print(Color.__members__.keys(), Color.RED.__class__, Color.__name__, type(Color.RED))
for m in Access: print(m, m.value)
def f(a: Access):
    match a:
        case Access.READ: return "r"
        case Access.WRITE: return "w"
        case _: return "other"
print(f(Access.READ), f(Access.RW))
class Ev(Enum):
    A = 1
    @classmethod
    def _missing_(cls, value):
        return cls.A
print(Ev(99))
class Auto(Enum):
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()
    FOO = auto()
    BAR = auto()
print(Auto.FOO.value, list(Auto))
class Mode(Flag):
    """Modes."""
    R = 4
    W = 2
    X = 1
    def describe(self):
        return "+".join(m.name.lower() for m in self) or "none"
    @property
    def writable(self):
        return bool(self & Mode.W)
    @classmethod
    def parse(cls, text):
        out = cls(0)
        for ch in text:
            out |= cls[ch.upper()]
        return out
    @staticmethod
    def all():
        return Mode.R | Mode.W | Mode.X
print((Mode.R | Mode.X).describe(), Mode.W.writable, Mode.R.writable, Mode.parse("rw"), Mode.all().describe(), Mode(0).describe())
print(Mode.__members__, Mode.__name__, Mode.R.__class__)
