import re

import weft


class OrderError(weft.ItemError):
    """An order that cannot be taken; says which field is to blame."""

    def __init__(self, field, text):
        super().__init__(f"{field}: {text}")
        self.field = field


class ValidateOrder(weft.Node):
    """Passes on orders that are complete and sound; others fail with what is wrong."""

    params = {
        "currencies": weft.Param(list, default=["EUR", "USD"]),
        "most": weft.Param(int, default=100, min=1, doc="The most pieces of one article."),
    }

    def initialize(self):
        if not self.config["currencies"]:
            raise weft.ConfigError("there is no currency; name one")

    def process(self, order):
        if not isinstance(order, dict):
            raise TypeError(f"an order is an object, not {type(order).__name__}")
        if not re.fullmatch(r"[A-Z]{2}-\d+", order["id"]):
            raise OrderError("id", f"{order['id']!r} is not like AB-12")
        if order.get("currency") not in self.config["currencies"]:
            raise OrderError("currency", f"{order.get('currency')} is none of ours")
        if not order["lines"]:
            raise OrderError("lines", "there are none")
        for number, line in enumerate(order["lines"], 1):
            if not 0 < line["count"] <= self.config["most"]:
                raise OrderError(f"lines[{number}]", f"{line['count']} pieces")
        return {**order, "pieces": sum(line["count"] for line in order["lines"])}
