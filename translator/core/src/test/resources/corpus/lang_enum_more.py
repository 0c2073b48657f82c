from enum import Enum, IntEnum, auto


class Weekday(IntEnum):
    MON = 1
    TUE = 2
    WED = 3

    @property
    def weekend(self):
        return self >= 6

    def next(self):
        return Weekday(self % 3 + 1)


class Op(Enum):
    ADD = "+"
    MUL = "*"

    def apply(self, a, b):
        match self:
            case Op.ADD:
                return a + b
            case Op.MUL:
                return a * b

    def __str__(self):
        return f"op{self.value}"


class Level(Enum):
    LOW = auto()
    MID = auto()
    HIGH = auto()

    def __lt__(self, other):
        return self.value < other.value

    @classmethod
    def default(cls):
        return cls.MID


print(Weekday.MON < Weekday.TUE, Weekday.TUE + 1, Weekday.WED.next(), Weekday(2).name, Weekday["WED"].value)
print([d.name for d in Weekday], len(Weekday), Weekday.MON.weekend, Weekday.MON == 1, sum(Weekday))
print(Op.ADD, repr(Op.MUL), Op("+").apply(2, 3), Op.MUL.apply(2, 3), Op.ADD in Op, Op.ADD is Op("+"))
print(sorted([Level.HIGH, Level.LOW]), Level.default(), max(Level), Level.LOW.name.title(), list(Level)[-1].value)
print({Op.ADD: "plus"}[Op.ADD], Op.ADD == Op.MUL, Op.ADD != "+", isinstance(Op.ADD, Op), Op.__name__)
by_name = {m.name: m.value for m in Level}
print(by_name)
try:
    Op("?")
except ValueError as e:
    print(e)
try:
    Level["NOPE"]
except KeyError as e:
    print("KeyError", e)
state = Level.LOW
if state is Level.LOW and state in (Level.LOW, Level.MID):
    print("low or mid", f"{state.name:>6}|{state.value:03d}")
