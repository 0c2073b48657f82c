print(7 // 2, -7 // 2, 7 % 3, -7 % 3, 7 % -3, -7 // -2)
print(7 / 2, 6 / 3, 1e16, 1e15, 1e-5, 0.1 + 0.2, 1.0, -0.0)
print(2 ** 10, 2 ** 100, 2 ** -1, 10 ** 18 * 10)
print(7.5 // 2, -7.5 // 2, 7.5 % 2, -7.5 % 2)
print(divmod(17, 5), divmod(-17, 5))
print(abs(-5), abs(-5.5), round(2.5), round(3.5), round(2.675, 2), round(1234.5678, 1))
print(int("42"), int(3.99), int(-3.99), float("1.5"), int("ff", 16), int("1010", 2))
print(1 < 2 < 3, 1 < 3 < 2, not True, True and False, True or False)
print(5 & 3, 5 | 3, 5 ^ 3, ~5, 1 << 10, 1024 >> 3)
x = 10
x += 5
x -= 3
x *= 2
x //= 5
print(x)
y = 1.5
y += 1
y *= 2
y /= 4
print(y)
print(max(1, 2, 3), min(4, 2), sum([1, 2, 3]), sum([0.1] * 10))
big = 1
for i in range(1, 30):
    big *= i
print(big)
a, b = 0, 1
for _ in range(100):
    a, b = b, a + b
print(a)
print(True + True, True * 3, 3 == 3.0, 1 == True)
print(float("inf"), float("-inf"), float("nan"))
print(hex(255), bin(10), oct(8), ord("a"), chr(98))
print(1_000_000, 0xFF, 0b101, 0o17)
print(3.0 * 2, 1e100, 1.5e-10, 123456789.123456789, 1e22, 1e21)
