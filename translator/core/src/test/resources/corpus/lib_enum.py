import enum
from enum import Enum, Flag, IntEnum, StrEnum, auto


class State(Enum):
    IDLE = "idle"
    RUNNING = "running"
    DONE = "done"

    @property
    def is_final(self):
        return self is State.DONE

    def next(self):
        members = list(State)
        return members[(members.index(self) + 1) % len(members)]


class Level(IntEnum):
    LOW = 1
    MID = 5
    HIGH = 10


class Fruit(StrEnum):
    APPLE = auto()
    PEAR = auto()


class Perm(Flag):
    READ = auto()
    WRITE = auto()
    EXEC = auto()


class Shape(Enum):
    SQUARE = auto()
    CIRCLE = auto()


print(State.IDLE, repr(State.IDLE), State.IDLE.name, State.IDLE.value)
print(State("done"), State["RUNNING"], State.DONE.is_final, State.DONE.next())
print([s.name for s in State], len(State), State.IDLE in State)
print(Level.HIGH > Level.LOW, Level.MID + 1, sorted([Level.HIGH, Level.LOW]), f"{Level.LOW}", max(Level))
print(Fruit.APPLE, Fruit.PEAR == "pear", f"{Fruit.PEAR:>6}", Fruit.APPLE.upper())
rw = Perm.READ | Perm.WRITE
print(Perm.READ in rw, Perm.EXEC in rw, rw.value, (rw & Perm.WRITE) == Perm.WRITE, bool(rw & Perm.EXEC))
print(Shape.CIRCLE.value, list(Shape))
try:
    State("lost")
except ValueError as e:
    print(e)
counts = {s: 0 for s in State}
counts[State.IDLE] += 2
print(counts[State.IDLE], {s.value: n for s, n in counts.items()})
match State.RUNNING:
    case State.IDLE:
        print("idle")
    case State.RUNNING | State.DONE:
        print("busy or done")
