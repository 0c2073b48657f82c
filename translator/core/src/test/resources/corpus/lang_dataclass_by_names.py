from dataclasses import dataclass, field, replace, asdict
@dataclass(kw_only=True)
class Event:
    id: int
    name: str = "none"
    tags: list = field(default_factory=list)
@dataclass(kw_only=True, frozen=True)
class Op:
    a: int = 1
    b: str
@dataclass(kw_only=True)
class Big(Event):
    size: float
e = Event(id=3)
print(e, Event(name="x", id=4), e.tags, e == Event(id=3))
try:
    Event(3)
except TypeError as x:
    print(x)
try:
    Event()
except TypeError as x:
    print(x)
print(Op(b="q"), Op(b="z", a=2), hash(Op(b="q")) == hash(Op(b="q")), replace(Op(b="q"), a=7))
print(Big(size=1.5, id=9), Big(id=1, size=2.0, name="n").name, asdict(Big(id=1, size=2.0)))
makers = {"event": Event, "op": Op}
print(makers["event"](id=5), makers["op"](b="w"))
try:
    makers["event"](5)
except TypeError as x:
    print(x)
data = {"id": 8, "name": "spread"}
print(Event(**data))
match e:
    case Event(id=i, name=n):
        print(i, n)
@dataclass
class Pt:
    x: int
@dataclass(kw_only=True)
class Pt3(Pt):
    z: int = 0
print(Pt3(1, z=2), Pt3(4))
