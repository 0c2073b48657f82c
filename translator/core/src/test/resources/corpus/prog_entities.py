"""Entity hierarchy with dataclass inheritance, mixins and visitors."""
from abc import ABC, abstractmethod
from dataclasses import dataclass, field, replace, asdict, fields, KW_ONLY
from typing import Any, Iterable
import math
import json


class JsonMixin:
    def to_json(self) -> str:
        return json.dumps(self.as_dict(), sort_keys=True)

    def as_dict(self):
        return {"type": type(self).__name__, **self.extra()}

    def extra(self):
        return {}


@dataclass
class Entity(JsonMixin, ABC):
    id: int
    name: str = ""
    _: KW_ONLY
    tags: list[str] = field(default_factory=list)

    def __post_init__(self):
        if not self.name:
            self.name = f"{type(self).__name__.lower()}-{self.id}"

    @abstractmethod
    def weight(self) -> float: ...

    def accept(self, visitor):
        return getattr(visitor, f"visit_{type(self).__name__.lower()}", visitor.default)(self)


@dataclass
class Crate(Entity):
    size: float = 1.0
    content: list[Entity] = field(default_factory=list)

    def weight(self):
        return self.size + sum(c.weight() for c in self.content)

    def extra(self):
        return {"n": len(self.content), "w": round(self.weight(), 3)}


@dataclass
class Ball(Entity):
    radius: float = 0.5
    density: int = 2

    def weight(self):
        return math.pi * self.radius**3 * 4 / 3 * self.density

    def __lt__(self, other):
        return self.weight() < other.weight()


class Printer:
    def __init__(self):
        self.depth = 0
        self.out = []

    def default(self, e):
        self.out.append("  " * self.depth + f"{e.name}: {e.weight():.3f}")

    def visit_crate(self, c):
        self.default(c)
        self.depth += 1
        try:
            for e in c.content:
                e.accept(self)
        finally:
            self.depth -= 1


balls = [Ball(1), Ball(2, "big", radius=2.0), Ball(3, radius=1, tags=["x"])]
crate = Crate(10, content=[*balls[:2], Crate(11, "inner", content=balls[2:])])
p = Printer()
crate.accept(p)
print("\n".join(p.out))
print(crate.to_json())
print(sorted(balls)[0], max(balls).name)
b2 = replace(balls[0], name="copy", density=3)
print(b2, b2 == balls[0], b2 != balls[0], replace(balls[0]) == balls[0])
print(asdict(balls[2]), [f.name for f in fields(Ball)])
try:
    Entity(1)
except TypeError as e:
    print(e)
try:
    Ball(1, "a", ["t"], 1, 2)
except TypeError as e:
    print(e)


def flatten(items: Iterable[Any]):
    for i in items:
        if isinstance(i, (list, tuple)):
            yield from flatten(i)
        elif isinstance(i, dict):
            yield from flatten(i.items())
        else:
            yield i


print(list(flatten([1, [2, (3, {"a": [4]})], []])))
