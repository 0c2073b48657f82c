"""Members of enums under further names, flags of unknown bits, and members in formats."""
from enum import Enum, IntEnum, IntFlag, Flag, StrEnum, auto


class Color(Enum):
    RED = 1
    GREEN = 2
    CRIMSON = 1
    VERT = GREEN

    def __str__(self):
        return f"C:{self.name}"


class Level(IntEnum):
    LOW = 1
    HIGH = 10


class Mode(StrEnum):
    READ = auto()


class Perm(Flag):
    R = auto()
    W = auto()


class Bits(IntFlag):
    A = 1
    B = 2


print(Color.CRIMSON is Color.RED, Color.CRIMSON, Color.VERT.name, Color(2), Color["CRIMSON"])
print(list(Color), len(Color), "CRIMSON" in Color.__members__, sorted(Color.__members__))
match Color.VERT:
    case Color.CRIMSON:
        print("red")
    case Color.VERT:
        print("green")
print(f"{Color.RED:>8}|{Level.HIGH:04d}|{Mode.READ:<6}|{Perm.R:>8}|{Level.LOW}")
for wrong in (8, 5):
    try:
        Perm(wrong)
    except ValueError as e:
        print(e)
print(Bits(9), repr(Bits(9)), repr(Bits.A | 8), repr(Bits(3)), repr(Bits(0)), repr(Perm(3)))
