from dataclasses import dataclass, field
@dataclass(order=True)
class Item:
    sort_index: float = field(init=False, repr=False)
    name: str
    price: float = 0.0

    def __post_init__(self):
        self.sort_index = -self.price
items = [Item("pen", 1.5), Item("book", 12.0)]
print(sorted(items), items[0].name)
