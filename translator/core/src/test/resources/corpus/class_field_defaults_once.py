"""Defaults of fields are evaluated once, where the class is defined, whatever becomes of their names."""
from dataclasses import dataclass, field
from itertools import count
from typing import NamedTuple

numbers = count(1)
base = 10
tags = ("a", "b")


@dataclass
class Ticket:
    title: str
    number: int = next(numbers)
    weight: float = base * 1.5
    tags: tuple = tags
    notes: list = field(default_factory=list)


class Point(NamedTuple):
    x: int = base + 1
    y: int = len(tags)


base = 99
tags = ()


def make(title):
    return Ticket(title)


def factory(kind, *args):
    return kind(*args)


print(make("first"), make("second"))
print(Ticket("third", 7), factory(Ticket, "fourth"))
print(Point(), Point(y=5), factory(Point, 1))
print(next(numbers))


def local(limit):
    step = limit * 2

    @dataclass
    class Window:
        size: int = step + 1
        name: str = f"w{limit}"

    step = 0
    first, second = Window(), Window(3)
    return first.size, first.name, second.size


print(*local(4))
