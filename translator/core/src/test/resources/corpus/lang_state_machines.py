"""State machines with enums and match."""
import asyncio
from enum import Enum, IntEnum, Flag, auto, unique
from dataclasses import dataclass
from typing import assert_never, Literal, Final, TypeAlias


@unique
class State(Enum):
    IDLE = auto()
    CONNECTING = auto()
    CONNECTED = auto()
    FAILED = auto()

    def __str__(self):
        return self.name.title()


class Perm(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W


class Priority(IntEnum):
    LOW = 1
    MID = 5
    HIGH = 10

    @classmethod
    def _missing_(cls, value):
        return cls.LOW if isinstance(value, int) and value < 5 else None


class Planet(Enum):
    EARTH = (5.976e24, 6.37814e6)
    MARS = (6.421e23, 3.3972e6)

    def __init__(self, mass, radius):
        self.mass = mass
        self.radius = radius

    @property
    def gravity(self):
        return 6.67430e-11 * self.mass / (self.radius * self.radius)


@dataclass
class Dial:
    host: str
    port: int = 80


@dataclass
class Established:
    session: int


@dataclass
class Lost:
    reason: str
    fatal: bool = False


Hangup: Final = "hangup"
Event: TypeAlias = Dial | Established | Lost | str


class Machine:
    def __init__(self):
        self.state = State.IDLE
        self.session: int | None = None
        self.log: list[str] = []

    def handle(self, event: Event) -> State:
        match self.state, event:
            case State.IDLE | State.FAILED, Dial(host=h, port=p) if p > 0:
                self.log.append(f"dialing {h}:{p}")
                self.state = State.CONNECTING
            case State.IDLE, Dial(port=p):
                raise ValueError(f"bad port {p}")
            case State.CONNECTING, Established(session):
                self.session = session
                self.state = State.CONNECTED
            case (State.CONNECTING | State.CONNECTED) as old, Lost(reason, fatal=True):
                self.log.append(f"lost from {old}: {reason}")
                self.state = State.FAILED
            case _, Lost(reason):
                self.log.append(f"ignored {reason}")
            case State.CONNECTED, "hangup":
                self.session, self.state = None, State.IDLE
            case s, str(text):
                self.log.append(f"{text} in {s}?")
            case _:
                self.log.append(f"unexpected {event!r} in {self.state!r}")
        return self.state


def describe(value) -> str:
    match value:
        case None:
            return "nothing"
        case True | False:
            return "bool"
        case int() | float() as n if n < 0:
            return f"negative {n}"
        case int(n):
            return f"int {n:_}"
        case str() if not value:
            return "empty"
        case [] | ():
            return "empty seq"
        case [x]:
            return f"one {describe(x)}"
        case [x, *rest, last]:
            return f"{x}..{last} ({len(rest)} between)"
        case {"type": "circle", "r": r, **others}:
            return f"circle {r} {others}"
        case {"type": t}:
            return f"shape {t}"
        case Perm.RW:
            return "rw"
        case Priority.HIGH:
            return "high"
        case _:
            return type(value).__name__


async def main():
    m = Machine()
    events = [Dial("a.example"), "hello", Established(7), Dial("b"), Lost("noise"), Hangup, Hangup,
              Dial("c", 8080), Lost("cable", fatal=True), Dial("d", 1), Lost("x", True)]
    for e in events:
        await asyncio.sleep(0)
        print(f"{str(m.handle(e)):<12}", m.session, m.log[-1] if m.log else "-")
    try:
        Machine().handle(Dial("z", 0))
    except ValueError as e:
        print(e)
    for v in [None, True, -2.5, 12345678, "", [], [None], (1, 2, 3, 4), {"type": "circle", "r": 2, "c": "red"},
              {"type": "box"}, Perm.R | Perm.W, Priority(10), {1}, "text", -3, 2.5]:
        print(repr(v), "=>", describe(v))
    print(Perm.RW, Perm.R in Perm.RW, ~Perm.R & Perm.RW, Perm(0), bool(Perm(0)), list(Perm.RW), Perm.R | Perm.X)
    print(Priority(3), Priority.HIGH > Priority.MID, sorted(Priority, reverse=True), Priority.HIGH + 1, f"{Priority.MID}", f"{Priority.MID!r}")
    try:
        Priority(7)
    except ValueError as e:
        print(e)
    print([f"{p.name}={p.gravity:.2f}" for p in Planet], Planet.MARS.value)
    print(State["IDLE"], State(2), State.IDLE.value, len(State), State.__members__.keys() & {"IDLE", "X"})
    try:
        State["NOPE"]
    except KeyError as e:
        print("KeyError", e)


asyncio.run(main())
