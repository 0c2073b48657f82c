ROMAN = [(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")]


def to_roman(n):
    out = ""
    for value, digits in ROMAN:
        count, n = divmod(n, value)
        out += digits * count
    return out


def from_roman(s):
    values = {d: v for v, d in ROMAN if len(d) == 1}
    total = 0
    for a, b in zip(s, s[1:] + "I"):
        v = values[a]
        total += -v if v < values[b] else v
    return total


def caesar(text, shift):
    def rotate(c):
        if not c.isalpha():
            return c
        base = ord("A") if c.isupper() else ord("a")
        return chr((ord(c) - base + shift) % 26 + base)

    return "".join(map(rotate, text))


def run_length(s):
    groups = []
    for c in s:
        if groups and groups[-1][0] == c:
            groups[-1][1] += 1
        else:
            groups.append([c, 1])
    return "".join(f"{n if n > 1 else ''}{c}" for c, n in groups)


def is_palindrome(s):
    t = [c.lower() for c in s if c.isalnum()]
    return t == t[::-1]


def anagrams(words):
    groups = {}
    for w in words:
        groups.setdefault("".join(sorted(w)), []).append(w)
    return [g for g in groups.values() if len(g) > 1]


for n in (1, 4, 9, 14, 40, 90, 400, 1994, 2024, 3999):
    r = to_roman(n)
    assert from_roman(r) == n, (n, r)
    print(n, r, end=" | " if n != 3999 else "\n")
print(caesar("Hello, World!", 3), caesar(caesar("Zebra", 5), -5))
print(run_length("aaabccdddd"), is_palindrome("A man, a plan, a canal: Panama"))
print(anagrams(["listen", "silent", "enlist", "google", "elgoog", "abc"]))
print("%-10s|%5.1f|%03d" % ("left", 3.14159, 7), "{:>6}|{:^6}|{:<6}|".format("r", "m", "l"))
print(" ".join(w.capitalize() for w in "the end of the line".split()), "a,b,,c".split(","), "  x ".strip() + "|")
print("abc".center(9, "*"), "42".zfill(5), "tEST".swapcase(), "x=1;y=2".replace(";", "&"), "banana".count("an"), "banana".rfind("an"))
print("mississippi".translate(str.maketrans("is", "!$")), "a-b_c".replace("-", "").replace("_", ""), "Ünï".lower(), len("日本"))
print("one two".partition(" "), "k=v=w".rpartition("="), "line1\nline2\r\nline3".splitlines(), "abc" < "abd", "Z" < "a")
