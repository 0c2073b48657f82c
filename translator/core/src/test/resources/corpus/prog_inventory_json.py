"""Stock keeping with JSON in and out, and errors of its own."""
import json
from dataclasses import asdict, dataclass, field
from datetime import date, timedelta
from decimal import Decimal


class StockError(Exception):
    def __init__(self, item, wanted, available):
        super().__init__(f"{item}: wanted {wanted}, only {available} left")
        self.item = item


@dataclass
class Item:
    sku: str
    name: str
    price: str
    stock: int = 0
    tags: list = field(default_factory=list)

    def total(self):
        return Decimal(self.price) * self.stock


class Inventory:
    def __init__(self):
        self.items = {}

    @classmethod
    def load(cls, text):
        inventory = cls()
        for raw in json.loads(text):
            item = Item(**raw)
            inventory.items[item.sku] = item
        return inventory

    def take(self, sku, count):
        item = self.items[sku]
        if item.stock < count:
            raise StockError(item.name, count, item.stock)
        item.stock -= count
        return item

    def dump(self):
        return json.dumps([asdict(i) for i in self.items.values()], indent=1, sort_keys=True)

    @property
    def value(self):
        return sum((i.total() for i in self.items.values()), Decimal("0"))


TEXT = """[
 {"sku": "p1", "name": "pen", "price": "1.20", "stock": 10, "tags": ["blue", "office"]},
 {"sku": "b7", "name": "book", "price": "15.99", "stock": 2}
]"""
inv = Inventory.load(TEXT)
print(inv.value)
inv.take("p1", 4)
for sku, n in [("b7", 3), ("zz", 1)]:
    try:
        inv.take(sku, n)
    except StockError as e:
        print("refused:", e, e.item)
    except KeyError as e:
        print("unknown", e)
print(inv.dump())
print(inv.value, (date(2024, 1, 31) + timedelta(days=30)).isoformat())
