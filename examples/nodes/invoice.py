from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

import weft

CENT = Decimal("0.01")


class Invoice(weft.Node):
    """Adds up the lines of an invoice, to the cent, with the tax of each rate."""

    params = {"rates": weft.Param(dict, default={"full": "0.19", "reduced": "0.07"})}

    def initialize(self):
        self.rates = {name: Decimal(rate) for name, rate in self.config["rates"].items()}

    def process(self, lines):
        net = {name: Decimal(0) for name in self.rates}
        for line in lines:
            try:
                price = Decimal(line["price"])
            except InvalidOperation:
                raise weft.ItemError(f"no price: {line['price']!r}") from None
            net[line["rate"]] += price * line["count"]
        taxes = {
            name: (amount * self.rates[name]).quantize(CENT, ROUND_HALF_UP)
            for name, amount in net.items()
            if amount
        }
        total = sum(net.values()) + sum(taxes.values())
        return {
            "net": str(sum(net.values()).quantize(CENT)),
            "taxes": {name: str(tax) for name, tax in taxes.items()},
            "total": str(total.quantize(CENT, ROUND_HALF_UP)),
        }
