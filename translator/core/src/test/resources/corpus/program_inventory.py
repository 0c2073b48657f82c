from dataclasses import dataclass, field


@dataclass
class Item:
    name: str
    price: float
    quantity: int = 0

    @property
    def value(self) -> float:
        return self.price * self.quantity


class OutOfStock(Exception):
    pass


@dataclass
class Inventory:
    items: dict = field(default_factory=dict)
    log: list = field(default_factory=list)

    def add(self, name, price, quantity):
        if name in self.items:
            self.items[name].quantity += quantity
        else:
            self.items[name] = Item(name, price, quantity)
        self.log.append(f"+{quantity} {name}")

    def remove(self, name, quantity):
        item = self.items.get(name)
        if item is None:
            raise KeyError(name)
        if item.quantity < quantity:
            raise OutOfStock(f"{name}: {item.quantity} < {quantity}")
        item.quantity -= quantity
        self.log.append(f"-{quantity} {name}")

    def total(self):
        return sum(i.value for i in self.items.values())


inv = Inventory()
inv.add("nut", 0.25, 100)
inv.add("bolt", 0.5, 40)
inv.add("nut", 0.25, 20)
for name, n in [("nut", 50), ("bolt", 41), ("gear", 1)]:
    try:
        inv.remove(name, n)
    except OutOfStock as e:
        print("out of stock:", e)
    except KeyError as e:
        print("unknown item:", e)
print(inv.total(), inv.log)
for item in sorted(inv.items.values(), key=lambda i: i.value, reverse=True):
    print(item, item.value)
