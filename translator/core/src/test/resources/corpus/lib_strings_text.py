import string
import textwrap
from string import Template

print(string.ascii_lowercase, string.ascii_uppercase, string.digits, string.hexdigits, string.punctuation)
print(string.ascii_letters[:5], repr(string.whitespace), string.capwords("the quick fox"))
t = Template("$name owes ${amount} dollars, $$5 fee")
print(t.substitute(name="Ann", amount=12))
print(t.safe_substitute(name="Bob"))
try:
    t.substitute(name="x")
except KeyError as e:
    print("missing", e)
long = "The quick brown fox jumps over the lazy dog and then takes a long nap in the warm afternoon sun."
print(textwrap.fill(long, width=30))
print(textwrap.wrap(long, 40))
print(textwrap.shorten(long, width=32), textwrap.shorten(long, 30, placeholder="..."))
print(textwrap.dedent("""\
    def f():
        return 1
    """))
print(textwrap.indent("one\ntwo\n\nthree", "> "))
table = str.maketrans("abc", "xyz", "!")
print("aabbcc!!".translate(table), "hello".translate(str.maketrans({"l": "L", "o": None})))
print("%-10s|%5.2f|%03d|%x" % ("left", 3.14159, 7, 255), "{:>8}|{:^8}|{:*<6}".format("r", "c", "l"))
