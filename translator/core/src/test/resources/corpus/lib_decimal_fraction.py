from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal, InvalidOperation, getcontext, localcontext
from fractions import Fraction
import math

price = Decimal("19.99")
qty = 3
total = price * qty
tax = (total * Decimal("0.0825")).quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)
print(total, tax, total + tax, f"{total + tax:>10.1f}", f"{Decimal('1234567.891'):,.2f}")
print(Decimal("0.1") + Decimal("0.2") == Decimal("0.3"), 0.1 + 0.2 == 0.3, Decimal(0.1))
print(Decimal(1) / Decimal(7), Decimal(2).sqrt(), Decimal("1e3"), Decimal("-0"), Decimal("1.10"))
with localcontext() as ctx:
    ctx.prec = 6
    print(Decimal(1) / 3, Decimal(100) / 7)
getcontext().prec = 10
print(Decimal(22) / 7, Decimal("7.325").quantize(Decimal("1.00"), ROUND_DOWN))
print(Decimal("3.7") // 1, Decimal("-3.7") % 1, divmod(Decimal(7), 2), Decimal(2) ** 10, Decimal(9) ** Decimal("0.5"))
print(int(Decimal("9.99")), float(Decimal("2.5")), round(Decimal("2.675"), 2), round(Decimal("2.5")))
print(max(Decimal(1), Decimal("1.5")), sum([Decimal("0.1")] * 10), sorted([Decimal(3), Decimal("-1")]))
print(Decimal("1.50").normalize(), Decimal("120").as_tuple(), Decimal("NaN").is_nan(), Decimal("1.5").to_integral_value())
for bad in ("abc", "1/3"):
    try:
        Decimal(bad)
    except InvalidOperation as e:
        print("invalid", type(e).__name__)
try:
    Decimal(1) / 0
except ZeroDivisionError as e:
    print(type(e).__name__)

half = Fraction(1, 2)
third = Fraction("1/3")
print(half + third, half * third, half / third, half ** 2, half - 1, 2 * third, half < third)
print(Fraction(6, -8), Fraction("0.125"), Fraction(0.75), Fraction(7), str(Fraction(4, 2)), repr(third))
print(Fraction(math.pi).limit_denominator(100), Fraction("3.14159").limit_denominator(10))
print(third.numerator, third.denominator, float(third), int(Fraction(7, 2)), round(Fraction(7, 2)), Fraction(7, 2) // 1)
print(sum(Fraction(1, n) for n in range(1, 11)), math.floor(Fraction(-1, 2)), Fraction(5, 3) % 1, abs(Fraction(-1, 3)))
try:
    Fraction(1, 0)
except ZeroDivisionError as e:
    print(e)


def egyptian(f):
    parts = []
    while f:
        n = math.ceil(1 / f)
        parts.append(Fraction(1, n))
        f -= parts[-1]
    return parts


print(" + ".join(map(str, egyptian(Fraction(5, 121)))))
