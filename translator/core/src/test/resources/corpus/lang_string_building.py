text = """Lorem ipsum dolor
  sit amet, "consectetur"
adipiscing\telit"""
print(text)
print(repr(text))
print("a" "b" 'c', r"\d+\n", f"{1}" "{x}", "con" + "cat", "ab" * 3, b"by" b"tes")
name = "World"
print(f"Hello {name!r:>10}! {len(name)=} {name.upper():*^11} {'yes' if name else 'no'}")
print(f"{3.14159:.2f} {1000000:,} {255:#x} {5:03d} {0.5:%} {1e6:g} {-5:+} {12:b}")
print(f"{'a':<5}|{'b':>5}|{'c':^5}|{'d':-^7}")
value, width = 42, 10
print(f"{value:>{width}}|{value:<{width}}|{value:^{width}}|{value:0{width}}")
print(f"{{literal}} {{{value}}} {value!s} {[1, 2][0]} { {'k': 1}['k'] }")
print("%d %5.2f %-5s| %05d %x %% %e" % (5, 2.5, "ab", 42, 255, 12345.678))
print("{} {1}".replace("{1}", "x"), "{0:>5}|{1:.1f}|{name}".format("a", 2.55, name="n"), "{:,}".format(1234567))
lines = []
for i in range(3):
    lines.append(f"{i}: " + "#" * i)
print("\n".join(lines))
print("multi", "args", 1, None, True, sep="|", end="$\n")
print(str(None), str(True), repr("it's"), repr('say "hi"'), "tab\tq\\", "\u00e9\x41\N{BULLET}")
print("abc"[1], "abc"[-1], "abcdef"[1:4], "abcdef"[::2], "abc"[::-1], "x" in "xyz", "abc".index("c"))
print("a,b;c".replace(";", ",").split(","), " pad ".strip(), "xxhixx".strip("x"), "CamelCase".lower(), "hello world".title())
print("12".isdigit(), "ab1".isalnum(), "Ab".isalpha(), " ".isspace(), "AB".isupper(), "a".islower(), "".join(reversed("abc")))
print("start".startswith(("a", "st")), "file.py".endswith(".py"), "a-b-c".split("-", 1), "a-b-c".rsplit("-", 1), "abc".find("z"))
