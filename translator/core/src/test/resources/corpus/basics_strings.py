s = "Hello, World"
print(s.upper(), s.lower(), s.title(), s.swapcase(), s[0], s[-1], s[1:4], s[::-1], s[::2])
print(len(s), s.find("World"), s.replace("l", "L"), s.count("l"), "World" in s, "xyz" not in s)
print(s.split(", "), "a b  c".split(), "a,b,,c".split(","), "-".join(["x", "y", "z"]))
print("  pad ".strip() + "|", "xxabcxx".strip("x"), "abc".center(9, "*"), "abc".ljust(5) + "|", "abc".rjust(5), "42".zfill(5))
print(repr("it's"), repr('say "hi"'), repr("both ' and \""), repr("tab\tnew\n"), repr("é€"))
print("a" * 3, "ab" + "cd", "abc" < "abd", "Z" < "a")
print("abc".startswith("ab"), "abc".endswith("bc"), "abc".isalpha(), "123".isdigit(), "abc1".isalnum())
print("k=v".partition("="), "a.b.c".rpartition("."), "a.b.c".rsplit(".", 1))
name = "Ann"
age = 30
pi = 3.14159
print(f"{name} is {age}, pi={pi:.2f}, {age:5d}|{age:<5}|{age:^5}|{age:05d}|{name!r:>8}")
print(f"{1234567:,} {1234567.891:,.2f} {0.25:.1%} {255:x} {255:#X} {5:b} {1e10:e} {12345.678:g}")
print(f"{name:>10}|{name:<10}|{name:^10}|{name:*^9}")
print("%s has %d items at %.2f (%5s|%-5s|%05d)" % ("cart", 3, 9.99, "r", "l", 42))
print("{} {} {0}".replace("{0}", "x").format(1, 2))
print("{0}-{1}-{0}".format("a", "b"))
print(f"{'nested'} {3 + 4} {[1, 2]} {{}} {True} {None}")
width = 8
print(f"{pi:{width}.3f}|{name:{width}}|")
for ch in "héy":
    print(ch, end=" ")
print()
print("line1\nline2".splitlines(), "a\tb")
print(" ".join(str(i) for i in range(5)))
print("".join(reversed("abc")), sorted("hello"))
print(f"{age=} {pi=:.1f}")
print("multi" "part", 'single', """triple
line""")
