"""Classes as people write them: descriptors, enums of values, abstract members, protocols."""

from abc import ABC, abstractmethod
from datetime import datetime
from enum import Enum, Flag, IntEnum, IntFlag, StrEnum
from typing import Protocol


class Field:
    def __init__(self, type_=str, *, default=None):
        self.type, self.default = type_, default

    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        return instance.__dict__.get(self.name, self.default)

    def __set__(self, instance, value):
        if not isinstance(value, self.type):
            raise TypeError(f"{self.name}: {value!r} is not {self.type.__name__}")
        instance.__dict__[self.name] = value


class Number(Field):
    def __init__(self, **options):
        super().__init__(int, **options)


class Person:
    name = Field()
    age = Number(default=7)


class Pet:
    owner = Field(Person)
    born = Field(datetime, default=datetime(2020, 1, 2))


person, pet = Person(), Pet()
person.name = "Ann"
pet.owner = person
print(person.name, person.age, pet.owner.name, pet.born, Person.age.default)
for wrong in [("age", "x"), ("name", 1)]:
    try:
        setattr(person, *wrong)
    except TypeError as e:
        print(e)
try:
    pet.born = 3
except TypeError as e:
    print(e)


class State(str, Enum):
    NEW = "new"
    PAID = "paid"


class Bits(Flag):
    X = 1
    Y = 2


class Mode(IntFlag):
    READ = 1
    WRITE = 2


class Level(IntEnum):
    LOW = 1


class Word(StrEnum):
    Q = "q"


def opened(mode: Mode = Mode.READ):
    return mode | Mode.WRITE


print(State.NEW.upper(), State.PAID + "!", State.NEW[0], len(State.PAID), "-".join(State), State.NEW in "a new day")
print([c for c in State.NEW], {"new": 1}[State.NEW], State.NEW in {"new"}, f"{State.NEW:>10}|", State("paid") is State.PAID)
print(len(Bits), len(State), Level.LOW.bit_length(), {1: "one"}[Level.LOW], Word.Q.title(), Word.Q * 2, repr(opened()))
for state in State:
    print(state.title(), state.replace("a", "o"), state.value.encode(), str(state))


class Shape(ABC):
    @property
    @abstractmethod
    def area(self) -> float: ...

    @classmethod
    @abstractmethod
    def unit(cls): ...

    def __lt__(self, other):
        return self.area < other.area


class Square(Shape):
    def __init__(self, side):
        self.side = side

    @property
    def area(self):
        return self.side**2

    @classmethod
    def unit(cls):
        return cls(1)


print(sorted([Square(3), Square(1)])[0].area, Square.unit().side)


class Greeter(Protocol):
    def greet(self, name: str) -> str: ...


class English:
    def greet(self, name: str) -> str:
        return f"hello {name}"


def welcome(greeter: Greeter, name):
    return greeter.greet(name)


print(welcome({"en": English(), 1: None}["en"], "Bob"))
