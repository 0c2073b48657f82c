print(7 // 2, -7 // 2, 7 % 3, -7 % 3, 7 % -3, 2**10, 2**-1, 7 / 2, 6 / 2)
print(1e3, 1e16, 1e15, 0.1 + 0.2, 1 / 3, 1e-7, 123456789012345680.0, float("nan") != float("nan"))
print(int(3.9), int(-3.9), round(2.5), round(3.5), round(-2.5), round(1.005, 2), round(12345.678, -2), abs(-3), abs(-2.5))
print(divmod(17, 5), divmod(-17, 5), divmod(7.5, 2), pow(2, 10), pow(2, 10, 1000), pow(2.0, 3))
print(0b101, 0o17, 0xFF, 1_000_000, int("ff", 16), int("0b11", 0), int("-12"), float("1e3"), float(" 2.5 "))
print(bin(10), oct(8), hex(255), chr(97), ord("a"), bool(0), bool("0"), bool([]), int(True), True + True)
print(5 & 3, 5 | 3, 5 ^ 3, ~5, 1 << 4, 256 >> 2, -8 >> 1, -1 & 0xFF)
print(3 == 3.0, 3 is not None, 10 > 9.99, min(1, 2.5), max(1, 2.5), sum([0.1] * 3), sum([1, 2], 10))
print((10).bit_length(), (2.5).is_integer(), (4.0).is_integer(), 3.7 // 1, 3.7 % 1 > 0.69, -3.5 // 2)
print(float("inf") > 10**100, -float("inf"), float("inf") - 1, 1e308 * 10, 10**20, 2**63, -(2**63))
big = 2**64
print(big + 1, big * big, big // 3, big % 1000, -big // 7, big > 2**63, str(big)[:5], len(str(2**200)))
x = 9007199254740993
print(x, float(x), x + 1.0, x == float(x), 2**53 + 1 == float(2**53))
total = 1
for i in range(1, 26):
    total *= i
print(total)
a, b = 0, 1
while len(str(a)) < 25:
    a, b = b, a + b
print(a)
print(0.1 + 0.7, 1.1 * 3, 100 * 1.1, 5e-324, 1.7976931348623157e308, 4.35, 2.675 * 100, 1e22, 1e23)
try:
    1 // 0
except ZeroDivisionError as e:
    print(e)
try:
    1.0 / 0
except ZeroDivisionError as e:
    print(e)
try:
    5 % 0
except ZeroDivisionError as e:
    print(e)
try:
    2.0 ** 10000
except OverflowError as e:
    print("OverflowError", e)
