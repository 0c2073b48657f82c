# Integers of all sizes, floats, and the specialized forms that repeated operations turn into.
def mixed(values):
    total = 0
    for value in values:
        total = total * 3 + value
        total -= value // 2 if value else 1
    return total


for _ in range(3):
    print(mixed(range(200)) % 1_000_003)
    print(mixed([0.5, 1.25, 3, 7.0, -2]))
print(2**100, -(2**65) // 7, 2**100 % 97, divmod(-17, 5), -17 % 5, 17 // -5)
print(7 / 2, 1e300 * 1e10, -1e300 * 1e10, float("nan") != float("nan"), 0.1 + 0.2, round(2.675, 2), round(-0.5))
print(1 << 70, (1 << 70) >> 68, -1 >> 3, 5 & -2, 5 | 8, 5 ^ 1, ~5)
print(int("123456789012345678901234567890"), hex(255), oct(8), bin(-5), int("z", 36))
print(complex(1, 2) * complex(3, -1), abs(complex(3, 4)))
print([x**2 for x in range(10)], sum(x * 0.5 for x in range(1000)))
print(1 < 2 < 3, 1 < 3 < 2, 1 == 1.0 == True, "a" < "b", (1, 2) < (1, 3), [] == [])
for operation in (lambda: 1 // 0, lambda: 1.0 % 0, lambda: 1 << -1, lambda: 2.0**10000, lambda: int("x")):
    try:
        print(operation())
    except (ArithmeticError, ValueError) as error:
        # What an overflow says is up to the C library.
        print(type(error).__name__, "" if isinstance(error, OverflowError) else error)
print(format(1234567.891, ",.2f"), f"{255:#06x}", f"{3.14159:8.3e}", f"{-7:+05d}", f"{0.000001:g}")
