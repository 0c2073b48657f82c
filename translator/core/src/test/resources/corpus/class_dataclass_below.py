"""Classes below a dataclass without a decorator of their own, and when __post_init__ runs."""

from typing import NamedTuple
from collections import namedtuple
from dataclasses import dataclass, field, replace
@dataclass
class Animal:
    name: str
    legs: int = 4
    tags: list = field(default_factory=list)
    def __post_init__(self):
        self.label = self.name.upper()
    def speak(self): return "..."
class Dog(Animal):
    def speak(self): return self.label + " woof"
class Puppy(Dog):
    def __init__(self, name):
        super().__init__(name, 3)
        self.age = 1
class Cat(Animal):
    pass
@dataclass
class Bird(Animal):
    wings: int = 2
for x in (Animal("a"), Dog("d"), Dog("e", legs=3), Puppy("p"), Cat("c"), Bird("b", 2, wings=3)):
    print(x, x.speak(), x.label, x.legs)
makers = [Animal, Dog, Cat]
print([m("z") for m in makers])
print(list(map(Dog, ["q", "w"])))
try:
    Dog()
except TypeError as e: print(e)
try:
    Dog("x", nope=1)
except TypeError as e: print(e)
print(Dog("a") == Dog("a"), Dog("a") == Animal("a"), Dog("a") != Dog("b"))
def ff():
  match Dog("m", 1):
      case Dog(name, legs): print(name, legs)
ff()
d = Dog("k")
d.tags.append(1)
print(d, Dog("k"))


@dataclass
class First:
    x: int
    def __post_init__(self): print("first", self.x)
class Second(First):
    def __init__(self):
        super().__init__(7)
        print("B")
class Third(Second):
    pass
@dataclass
class Fourth(First):
    z: int = 3
    def __post_init__(self):
        super().__post_init__()
        print("D", self.z)
First(1); Second(); Third(); Fourth(4)
