total = 0
for line in """
12 apples @ 0.5
3 pears @ 0.75
""".strip().splitlines():
    n, what, _, price = line.split()
    total += int(n) * float(price)
    print(what.capitalize().ljust(10, "."), n)
print(f"{total:.2f}")
seen = set()
dups = [x for x in [3, 1, 3, 2, 1] if x in seen or seen.add(x)]
print(dups, seen)
grid = [["." for _ in range(5)] for _ in range(3)]
for x, y in {(1, 1), (3, 2)}:
    grid[y][x] = "#"
print(*("".join(r) for r in grid), sep="\n")
a, (b, *c), d = 1, [2, 3, 4], "d"
print(a, b, c, d, *c, sep="/")
print([i if i % 3 else "fizz" for i in range(1, 7)], 10 > 5 > 2 != 3)
i = 0
while True:
    i += 1
    if i == 2:
        continue
    if i > 4:
        break
    print(i, end=" ")
else:
    print("never")
print(i, 7 // -2, -7 % 3, 2 ** -1, 2 ** 70, round(2.5), round(-1.25, 1), divmod(-7, 2), int("ff", 16), 0b101, 1e3, 5 / 2)
print(bool([]), not "", None or "default", 0 and 1, [] == [], (1,) + (2,), "a" "b", "ab" * 3, [1, 2] * 2, 3 in (1, 2, 3))
print(str(3.0), repr("it's"), 1e100, 1.5e-10, 123456789012345678, -0.0, 1 == 1.0, True + True, ord("é"), chr(8364))
print(sum(x * x for x in range(5)), max("hello"), sorted("hello", reverse=True), list(reversed([1, 2])), list(enumerate("ab", 1)))
print(list(zip("ab", [1, 2], [True, False])), dict(zip("ab", range(2))), dict(a=1, **{"b": 2}), {**{"x": 1}, "x": 2})
x = y = []
x.append(1)
print(y, x is y, id(x) == id(y), isinstance(1, (int, str)), type(1.0).__name__, type([]) == list)
print("yes" if "z" not in "abc" else "no", "abc"[-2:], "abcdef"[::-2], [1, 2, 3][:-1], "a-b-c".split("-", 1), "%s" % [1])
