from enum import Enum, Flag, IntEnum, StrEnum, auto, unique


class State(Enum):
    IDLE = auto()
    RUNNING = auto()
    DONE = "done"

    @property
    def active(self):
        return self is State.RUNNING

    @classmethod
    def parse(cls, text):
        for member in cls:
            if member.name.lower() == text:
                return member
        raise ValueError(f"no state {text!r}")


class Priority(IntEnum):
    LOW = 1
    HIGH = 10


class Perm(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W


class Mode(StrEnum):
    FAST = auto()
    SLOW = "s"


@unique
class Planet(Enum):
    EARTH = (5.97, 6371)
    MARS = (0.64, 3389)

    def __init__(self, mass, radius):
        self.mass = mass
        self.radius = radius

    def density(self):
        return round(self.mass / self.radius * 1000, 3)


print(State.IDLE, repr(State.DONE), State("done"), State["RUNNING"].value, State.RUNNING.active)
print(State.parse("idle"), [s.name for s in State], len(State), State.IDLE in State)
try:
    State.parse("nope")
except ValueError as e:
    print(e)
try:
    State(99)
except ValueError as e:
    print(e)
print(Priority.HIGH > Priority.LOW, Priority.LOW + 1, sorted([Priority.HIGH, Priority.LOW]), f"{Priority.HIGH}")
p = Perm.R | Perm.X
print(p, Perm.R in p, Perm.W in p, Perm.RW, p & Perm.R, bool(p & Perm.W), p.value)
print(Mode.FAST, Mode.SLOW == "s", Mode.FAST.upper(), repr(Mode.SLOW))
print(Planet.MARS.density(), Planet.EARTH.value, Planet((0.64, 3389)).name)
d = {State.IDLE: 1, State.DONE: 2}
print(d[State.IDLE], {s: s.value for s in State})
