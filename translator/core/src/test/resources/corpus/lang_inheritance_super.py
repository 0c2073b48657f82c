class Animal:
    sound = "..."
    count = 0

    def __init__(self, name, **kwargs):
        self.name = name
        self.extra = kwargs
        Animal.count += 1

    def speak(self):
        return f"{self.name} says {self.sound}"

    def __str__(self):
        return f"{type(self).__name__}:{self.name}"


class Dog(Animal):
    sound = "woof"

    def __init__(self, name, breed="mutt", **kwargs):
        super().__init__(name, **kwargs)
        self.breed = breed

    def speak(self):
        return super().speak() + "!"

    def fetch(self, *things):
        return [f"{self.name} fetches {t}" for t in things]


class Puppy(Dog):
    sound = "yip"

    def speak(self):
        base = Dog.speak(self)
        return base.lower()


animals = [Animal("Generic"), Dog("Rex", color="brown"), Puppy("Bit", breed="lab", age=1)]
for a in animals:
    print(a, "|", a.speak(), "|", a.extra, "|", isinstance(a, Dog), type(a) is Dog)
print(animals[2].fetch("ball", "stick"), animals[2].breed, Animal.count, Puppy.count)
print(issubclass(Puppy, Animal), Puppy.__bases__[0].__name__, [c.__name__ for c in Puppy.__mro__][:3])
print(hasattr(animals[0], "fetch"), getattr(animals[1], "breed"), callable(animals[1].fetch))


class Base:
    def template(self):
        return f"{self.prefix()}-{self.body()}-{self.suffix()}"

    def prefix(self):
        return "B"

    def body(self):
        raise NotImplementedError

    def suffix(self):
        return "E"


class Impl(Base):
    def body(self):
        return "impl"

    def suffix(self):
        return super().suffix() * 2


print(Impl().template())
try:
    Base().template()
except NotImplementedError as e:
    print("not implemented", repr(e))
