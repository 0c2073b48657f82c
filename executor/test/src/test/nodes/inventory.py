from __future__ import annotations
from dataclasses import dataclass, asdict, replace
import weft

@dataclass(frozen=True)
class Stock:
    sku: str
    count: int = 0
    tags: tuple[str, ...] = ()

    def __post_init__(self):
        if self.count < 0:
            raise ValueError(f"{self.sku}: {self.count} in stock")

    def plus(self, n: int) -> Stock:
        return replace(self, count=self.count + n)

class Inventory(weft.Node):
    def initialize(self):
        self.stock: dict[str, Stock] = {}

    def process(self, event):
        sku = event["sku"]
        old = self.stock.get(sku, Stock(sku))
        new = old.plus(event.get("change", 0))
        if "tags" in event:
            new = replace(new, tags=tuple(sorted({*new.tags, *event["tags"]})))
        self.stock[sku] = new
        return asdict(new)
