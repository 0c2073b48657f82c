class Animal:
    population = 0
    _registry = {}

    def __init__(self, name, sound="..."):
        self.name = name
        self.sound = sound
        Animal.population += 1
        self._registry.setdefault(type(self).__name__, []).append(name)

    def speak(self):
        return f"{self.name} says {self.sound}"

    @classmethod
    def census(cls):
        return {kind: len(names) for kind, names in sorted(cls._registry.items())}

    @staticmethod
    def is_name(text):
        return text.isalpha() and text[0].isupper()

    def __lt__(self, other):
        return self.name < other.name


class Dog(Animal):
    def __init__(self, name, breed="mutt"):
        super().__init__(name, "woof")
        self.breed = breed

    def speak(self):
        return super().speak() + f" ({self.breed})"


class Puppy(Dog):
    def speak(self):
        return super().speak().replace("woof", "yip")


zoo = [Dog("Rex", "collie"), Animal("Generic"), Puppy("Bit"), Dog("Ace")]
for animal in sorted(zoo):
    print(animal.speak())
print(Animal.population, Dog.population, Animal.census(), Animal.is_name("Rex"), Dog.is_name("x1"))
print([isinstance(zoo[2], c) for c in (Animal, Dog, Puppy, int)], issubclass(Puppy, Animal))
print([type(a).__name__ for a in zoo], [c.__name__ for c in Puppy.__mro__[:-1]])
