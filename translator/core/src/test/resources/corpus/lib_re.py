import re

text = "Ann (ann@example.com), Bob <bob.smith@test.org>; due 2024-03-15 and 2025-12-01"
email = re.compile(r"(?P<user>[\w.]+)@(?P<host>[\w.]+)")
print(email.findall(text))
for m in email.finditer(text):
    print(m.group(), m.group("user"), m["host"], m.start(), m.end(), m.span(1), m.groupdict())
m = re.search(r"(\d{4})-(\d\d)-(\d\d)", text)
if m:
    print(m.groups(), m.group(1, 3), m[0], m.lastindex)
print(re.match(r"\d+", "abc"), re.match(r"[A-Z]\w+", text).group(0))
print(re.fullmatch(r"\w+", "word") is not None, re.fullmatch(r"\w+", "two words"))
print(re.sub(r"(\w+)@(\w+)", r"\2 at \1", "me@home you@work"), re.sub(r"\d", lambda m: str(int(m.group()) + 1), "a1b2c9"))
print(re.sub(r"(?P<a>x)", r"[\g<a>\g<0>]", "axb"), re.subn("o", "0", "foo boo", count=3))
print(re.split(r"[,;]\s*", "a, b;c,d"), re.split(r"(\d)", "a1b2c"), re.split(r"\s+", " x  y ", maxsplit=1))
print(re.findall(r"a.b", "a\nb aXb", re.DOTALL), re.findall("^l.*$", "line one\nlast", re.M), re.findall("HE", "he She", flags=re.IGNORECASE))
print(re.escape("a.b*c[d]"), re.compile("x+").pattern, re.compile(r"""
    (\d+)   # digits
    \s*
    ([a-z]+)  # unit
""", re.VERBOSE).match("42 kg").groups())
tokens = re.compile(r"\s*(?:(?P<num>\d+(?:\.\d+)?)|(?P<op>[-+*/()]))")
pos = 0
source = "3.5 + (4 * 2)"
while pos < len(source):
    m = tokens.match(source, pos)
    print(m.lastgroup, repr(m.group(m.lastgroup)), end="; ")
    pos = m.end()
print()
print(re.findall(r"(?<=\$)\d+(?!\d)", "$100 and $2x"), re.findall(r"\b\w", "the quick fox"), re.search("(a)|b", "b").groups())
print(bool(re.search(r"^\s*$", "   ")), re.sub(r"^\s+|\s+$", "", "  trim  "))
try:
    re.compile("(unclosed")
except re.error as e:
    print("error", isinstance(e, Exception))
