def fib(n):
    a, b = 0, 1
    for _ in range(n):
        a, b = b, a + b
    return a


def factorial(n):
    return 1 if n <= 1 else n * factorial(n - 1)


def power_mod(base, exp, mod):
    result = 1
    base %= mod
    while exp:
        if exp & 1:
            result = result * base % mod
        base = base * base % mod
        exp >>= 1
    return result


def fnv1a(text):
    h = 0xCBF29CE484222325
    for ch in text.encode():
        h ^= ch
        h = (h * 0x100000001B3) & 0xFFFFFFFFFFFFFFFF
    return h


def collatz_peak(n):
    peak = n
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        peak = max(peak, n)
    return peak


print(fib(100))
print(factorial(25))
print(power_mod(3, 10**18, 998244353), pow(3, 10**18, 998244353))
print(hex(fnv1a("hello world")))
print(collatz_peak(27))
x = 9223372036854775807
print(x + 1, x * 2, -x - 2)
y = 2**62
y += y
print(y, y.bit_length())
total = 0
for i in range(1, 30):
    total = total * 10 + i
print(total)
print((1 << 70) >> 68, 1 << 64, ~(1 << 63))
print(12345678901234567890 // 987654321, 12345678901234567890 % 987654321)
print(len(str(2**1000)))
print(sum(10**k for k in range(25)))
print(divmod(-(10**20), 7))
product = 1
for k in [10**9, 10**9, 10**9]:
    product *= k
print(product, product == 10**27, hash(3) == hash(3.0))
