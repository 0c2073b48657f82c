class Animal:
    kingdom = "animalia"
    count = 0

    def __init__(self, name, sound="..."):
        self.name = name
        self.sound = sound
        Animal.count += 1

    def speak(self):
        return f"{self.name} says {self.sound}"

    @property
    def upper(self):
        return self.name.upper()

    @staticmethod
    def helper(x):
        return x * 2

    @classmethod
    def create(cls, name):
        return Animal(name, "created")

    def __str__(self):
        return f"<{self.name}>"

    def __eq__(self, other):
        return self.name == other.name

    def __lt__(self, other):
        return self.name < other.name


class Dog(Animal):
    def __init__(self, name):
        super().__init__(name, "Woof")
        self.tricks = []

    def add(self, trick):
        self.tricks.append(trick)
        return self

    def speak(self):
        return super().speak() + "!"


a = Animal("Cat", "Meow")
d = Dog("Rex")
print(a.speak(), d.speak(), a, d)
print(a.upper, Animal.helper(4), Animal.create("X").speak(), Animal.kingdom, d.kingdom, Animal.count)
d.add("sit").add("roll")
print(d.tricks, isinstance(d, Animal), isinstance(a, Dog))
print(a == Animal("Cat"), a == d, sorted([d, a])[0].name)
for x in [a, d]:
    print(x.speak())


class Stack:
    def __init__(self):
        self._items = []

    def push(self, x):
        self._items.append(x)

    def pop(self):
        if not self._items:
            raise IndexError("empty stack")
        return self._items.pop()

    def __len__(self):
        return len(self._items)

    def __iter__(self):
        for x in self._items:
            yield x

    def __contains__(self, x):
        return x in self._items

    def __getitem__(self, i):
        return self._items[i]


s = Stack()
s.push(1)
s.push(2)
print(len(s), list(s), 2 in s, s[0], bool(s))
s.pop()
s.pop()
print(bool(s))
try:
    s.pop()
except IndexError as e:
    print("error:", e)


class Vec:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __add__(self, o):
        return Vec(self.x + o.x, self.y + o.y)

    def __mul__(self, k):
        return Vec(self.x * k, self.y * k)

    def __repr__(self):
        return f"Vec({self.x}, {self.y})"


print(Vec(1, 2) + Vec(3, 4) * 2, [Vec(0, 0)])
