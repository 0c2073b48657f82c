from enum import Enum

import weft


class Unit(Enum):
    METRE = ("m", "length", 1.0)
    FOOT = ("ft", "length", 0.3048)
    MILE = ("mi", "length", 1609.344)
    GRAM = ("g", "mass", 1.0)
    POUND = ("lb", "mass", 453.59237)

    def __init__(self, symbol, quantity, factor):
        self.symbol = symbol
        self.quantity = quantity
        self.factor = factor

    @classmethod
    def of(cls, symbol):
        for unit in cls:
            if unit.symbol == symbol:
                return unit
        known = ", ".join(unit.symbol for unit in cls)
        raise ValueError(f"no unit {symbol!r}; there are {known}")


class ConvertUnits(weft.Node):
    """Converts quantities such as "3.5 ft" into one unit."""

    params = {"to": weft.Param(str)}

    def initialize(self):
        try:
            self.to = Unit.of(self.config["to"])
        except ValueError as error:
            raise weft.ConfigError(str(error)) from error

    def process(self, text):
        amount, symbol = text.split()
        unit = Unit.of(symbol)
        if unit.quantity != self.to.quantity:
            raise weft.ItemError(f"{unit.name} is a {unit.quantity}, {self.to.name} is not")
        return f"{float(amount) * unit.factor / self.to.factor:.4f} {self.to.symbol}"
