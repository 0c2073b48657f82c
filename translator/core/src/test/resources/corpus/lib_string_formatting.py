from datetime import date
from decimal import Decimal

rows = [("apple", 3, 0.5), ("banana", 12, 0.25), ("cherry", 100, 0.1)]
print(f"{'item':<10}|{'qty':^7}|{'price':>8}")
for name, qty, price in rows:
    print(f"{name:<10}|{qty:^7d}|{price:>8.2f}")
print(f"{sum(q * p for _, q, p in rows):,.3f} {1234567:,} {0.1234:.1%} {255:#x} {5:08b} {-7:+d} {3.0:g} {1e20:g}")
print("{0}-{1}-{0} {name!r:>8} {v[1]} {d:%Y}".format("a", "b", name="z", v=[1, 2], d=date(2024, 5, 6)))
print("%s %r %5.1f %-6s| %05d %x %%" % ("s", "r", 2.345, "left", 42, 255))
print(f"{Decimal('1234.5'):,.2f} {Decimal('0.125'):.1%} {'x' * 3!r:^9} {10_000:_}")
width, precision = 10, 3
print(f"{3.14159:{width}.{precision}f}|{'mid':*^{width}}|{True!s:>6}|{None}")
value = {"k": [1, 2]}
print(f"{value['k'][0]=} {len(rows)=}")
print("tab\tend", r"raw\n", "multi" "part", "é".encode(), "ß".upper())
