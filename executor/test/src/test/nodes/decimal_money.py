from decimal import Decimal, ROUND_HALF_UP, InvalidOperation
from fractions import Fraction
import weft

class Money(weft.Node):
    def process(self, text):
        amount = Decimal(text).quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)
        third = amount / 3
        return [str(amount), f"{amount:,}", str(third.quantize(Decimal("0.001"))), str(Fraction(text)), str(-amount), amount > 10, float(amount)]
