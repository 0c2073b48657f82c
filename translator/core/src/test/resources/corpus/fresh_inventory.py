"""Inventory with dataclass inheritance, ClassVar, properties, sorting and reports."""
from __future__ import annotations
import json
from collections import defaultdict
from dataclasses import dataclass, field, asdict, astuple, replace, fields, KW_ONLY, InitVar
from datetime import date, timedelta
from decimal import Decimal
from enum import Enum
from operator import attrgetter, itemgetter, methodcaller
from typing import ClassVar, Iterable, Optional


class Category(Enum):
    FOOD = ("food", 7)
    TOOL = ("tool", 19)
    BOOK = ("book", 7)

    def __init__(self, label, vat):
        self.label = label
        self.vat = vat

    def gross(self, net: Decimal) -> Decimal:
        return (net * (100 + self.vat) / 100).quantize(Decimal("0.01"))


@dataclass
class Item:
    sku: str
    name: str
    net: Decimal
    category: Category
    _: KW_ONLY
    stock: int = 0
    tags: set[str] = field(default_factory=set, repr=False)
    registry: ClassVar[dict[str, Item]] = {}

    def __post_init__(self):
        self.net = Decimal(self.net)
        Item.registry[self.sku] = self

    @property
    def gross(self) -> Decimal:
        return self.category.gross(self.net)

    @property
    def value(self):
        return self.net * self.stock

    def __lt__(self, other: Item):
        return (self.category.label, self.sku) < (other.category.label, other.sku)


@dataclass
class Perishable(Item):
    expires: Optional[date] = None
    shelf_days: InitVar[int] = 10

    def __post_init__(self, shelf_days):
        super().__post_init__()
        if self.expires is None:
            self.expires = date(2024, 2, 25) + timedelta(days=shelf_days)

    def days_left(self, today):
        return (self.expires - today).days


@dataclass(frozen=True)
class Move:
    sku: str
    delta: int
    note: str = ""

    def __neg__(self):
        return replace(self, delta=-self.delta, note=f"undo {self.note}".strip())


class OutOfStock(Exception):
    pass


class Ledger:
    def __init__(self):
        self.moves: list[Move] = []

    def apply(self, *moves: Move):
        done = []
        try:
            for m in moves:
                item = Item.registry[m.sku]
                if item.stock + m.delta < 0:
                    raise OutOfStock(f"{item.name}: {item.stock} < {-m.delta}")
                item.stock += m.delta
                done.append(m)
        except (KeyError, OutOfStock) as e:
            for m in reversed(done):
                Item.registry[m.sku].stock -= m.delta
            return f"{type(e).__name__}: {e}"
        self.moves.extend(done)
        return len(done)

    def undo(self):
        return self.apply(-self.moves[-1])

    def summary(self):
        out = defaultdict(lambda: [0, 0])
        for m in self.moves:
            out[m.sku][m.delta < 0] += abs(m.delta)
        return {k: tuple(v) for k, v in sorted(out.items())}


items = [
    Item("T1", "hammer", "19.90", Category.TOOL, stock=3, tags={"steel"}),
    Perishable("F1", "milk", "0.99", Category.FOOD, stock=40),
    Perishable("F2", "cheese", "7.5", Category.FOOD, shelf_days=30),
    Item("B1", "novel", "12", Category.BOOK, stock=1),
]
ledger = Ledger()
print(ledger.apply(Move("F1", -5), Move("T1", 2, "delivery")))
print(ledger.apply(Move("F1", 10), Move("B1", -2)), Item.registry["F1"].stock)
print(ledger.apply(Move("X9", 1)), ledger.undo(), ledger.moves[-1])
print(ledger.summary())
for it in sorted(items):
    print(f"{it.sku:<4}{it.name:>8} {it.gross:>8} {it.value:>8.2f} {it.category.name:<5}{'*' * min(it.stock, 10)}")
by = {c: sorted(map(attrgetter("sku"), filter(lambda i: i.category is c, items))) for c in Category}
print({c.label: v for c, v in by.items() if v})
print(items[2], items[1].days_left(date(2024, 3, 1)), [f.name for f in fields(Perishable)])
print(max(items, key=attrgetter("stock", "sku")).name, sum(map(attrgetter("value"), items)), list(map(methodcaller("upper"), "ab")))
print(json.dumps(asdict(items[3]), default=lambda o: sorted(o) if isinstance(o, set) else o.label if isinstance(o, Category) else str(o)))
print(astuple(ledger.moves[0]), Category.BOOK.value, Category(("tool", 19)), repr(Category.FOOD))
try:
    ledger.moves[0].delta = 1
except Exception as e:
    print(type(e).__name__, e)
try:
    Item("Z", "z", 1, Category.FOOD, 5)
except TypeError as e:
    print(e)
