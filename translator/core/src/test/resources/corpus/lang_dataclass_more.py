from dataclasses import dataclass, field, fields, is_dataclass
from functools import total_ordering
from typing import ClassVar


@dataclass
class Item:
    name: str
    price: float
    qty: int = 1
    count: ClassVar[int] = 0

    def __post_init__(self):
        Item.count += 1
        if self.price < 0:
            raise ValueError("negative price")

    @property
    def total(self):
        return self.price * self.qty

    def with_qty(self, qty):
        return Item(self.name, self.price, qty)


@dataclass
class Cart:
    owner: str
    items: list[Item] = field(default_factory=list)
    discounts: dict = field(default_factory=dict)

    def add(self, *items):
        self.items.extend(items)
        return self

    def __len__(self):
        return len(self.items)

    def __iter__(self):
        return iter(self.items)

    def total(self):
        return round(sum(i.total for i in self) * (1 - sum(self.discounts.values())), 2)


@total_ordering
@dataclass(frozen=True)
class Version:
    major: int
    minor: int = 0

    @classmethod
    def parse(cls, text):
        return cls(*map(int, text.split(".")))

    def __lt__(self, other):
        return (self.major, self.minor) < (other.major, other.minor)

    def __str__(self):
        return f"v{self.major}.{self.minor}"


@dataclass(order=True)
class Task:
    priority: int
    name: str = field(compare=False)


cart = Cart("ann").add(Item("pen", 1.5, 4), Item("book", 10.0))
cart.discounts["sale"] = 0.1
print(cart, len(cart), cart.total(), [i.name for i in cart])
print(Item("a", 1.0) == Item("a", 1.0), Item("a", 1.0) == Item("a", 2.0), Item.count, cart.items[0].with_qty(2).total)
try:
    Item("bad", -1)
except ValueError as e:
    print(e)
vs = [Version.parse(t) for t in ("1.10", "1.2", "2.0")]
print([str(v) for v in sorted(vs)], max(vs), Version(1) <= Version(1, 0), Version(2) > Version(1, 9), len({Version(1), Version(1)}))
print(sorted([Task(2, "b"), Task(1, "z")]), Task(1, "x") == Task(1, "y"), is_dataclass(Cart), [f.name for f in fields(Task)])
a, b = Cart("x"), Cart("y")
a.items.append(1)
print(b.items, a != b, repr(Version(3)))
