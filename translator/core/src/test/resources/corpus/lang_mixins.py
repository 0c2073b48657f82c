class Base:
    def __init__(self, name):
        self.name = name
        self.log = []

    def describe(self):
        return f"Base({self.name})"


class JsonMixin:
    def to_json(self):
        pairs = ", ".join(f'"{k}": {v!r}' for k, v in sorted(self.as_dict().items()))
        return "{" + pairs + "}"

    def describe(self):
        return "Json+" + super().describe()


class LogMixin:
    def describe(self):
        text = super().describe()
        self.log.append(text)
        return "Log+" + text


class Item(JsonMixin, LogMixin, Base):
    def __init__(self, name, price):
        super().__init__(name)
        self.price = price

    def as_dict(self):
        return {"name": self.name, "price": self.price}

    def describe(self):
        return "Item+" + super().describe()


item = Item("pen", 3)
print(item.describe())
print(item.log)
print(item.to_json())
print([c.__name__ for c in Item.__mro__])
print(isinstance(item, LogMixin), isinstance(item, Base), issubclass(Item, JsonMixin))


class A:
    def who(self):
        return ["A"]


class B(A):
    def who(self):
        return ["B"] + super().who()


class C(A):
    def who(self):
        return ["C"] + super().who()


class D(B, C):
    def who(self):
        return ["D"] + super().who()


print(D().who(), B().who())
print(B.who(D()))
