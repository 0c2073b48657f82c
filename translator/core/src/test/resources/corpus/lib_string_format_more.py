import string
from string import Template

class Money:
    def __init__(self, amount):
        self.amount = amount

    def __format__(self, spec):
        if spec.endswith("eur"):
            return f"{self.amount:{spec[:-3]}} €"
        return format(self.amount, spec)


values = [0, 7, -42, 123456789, 3.14159265, -0.5, 1e-7, 1e20, float("inf")]
for v in values:
    print(f"{v:>14}|{v:<12}|{v:^+12}|{v:012}|{v:,}|{v:e}|{v:.3g}")
for n in (0, 10, 255, -255):
    print(f"{n:b} {n:#o} {n:x} {n:#X} {n:08b} {n:_b} {n:c}" if 0 < n < 300 else f"{n:#b} {n:x}")
print(f"{0.256:.1%} {1234.5:_.2f} {True} {True:d} {None!s:>6} {'abc':*^9} {'abc':.2} {'q'!r:>5}")
width, precision = 10, 3
print(f"{2/3:{width}.{precision}f}|{'x':>{width}}|{1.0:g}|{100000.0:g}|{1e16:g}|{1e16}")
print("{0} {1} {0} {name} {lst[1]} {d[k]}".format("a", "b", name="n", lst=[1, 2], d={"k": 5}))
print("{:>{w}} {!r:^{w}}".format("x", "y", w=6), "{{}} {}".format(1))
print("%s %r %d %5.2f %-5s| %05d %x %o %e %g %% %c" % ("s", "r", 42, 3.14159, "ab", 42, 255, 8, 12345.678, 0.0001, "z"))
print("%(a)s-%(b)03d" % {"a": "A", "b": 7}, "%*d" % (5, 42), "%+d % d" % (1, 2), "%.3s" % "abcdef")
print(f"{Money(5):.2feur} {Money(7):5d}|{Money(3)!s:.6}" if False else f"{Money(5):.2feur} {Money(7):5d}|")
name = "World"
print(f"{name=} {len(name)=} {name!r:>10} {name[::-1]=}", f"{'nested ' + f'{name}'}")
print(Template("$who owes ${amount}$$ to $other").safe_substitute(who="Bob", amount=5))
try:
    Template("$missing").substitute()
except KeyError as e:
    print("missing", e)
print("a-b_c d".translate(str.maketrans("-_", "+ ", "d")), "Hello".swapcase(), "ß".upper(), "ǆ".title())
print(string.ascii_lowercase[:5], string.digits, string.capwords("the end of it"))
print("tab\tsep".expandtabs(8), "a,b,,c".split(","), " a  b ".split(), "x=1=2".partition("="), "abc".rjust(5, "."))
print("line1\nline2\r\nline3".splitlines(), "line\n".splitlines(True), "aXbXc".rsplit("X", 1), "abc".zfill(6), "-5".zfill(4))
print("é".encode(), "日本".encode("utf-16-le"), ascii("é日"), "\u00e9" == "é", len("👍🏽"), "👍"[0])
try:
    print("{:d}".format("x"))
except ValueError as e:
    print(e)
try:
    "%d" % "x"
except TypeError as e:
    print(e)
try:
    "{} {}".format(1)
except IndexError as e:
    print(e)
print(format(1234.5678, "010.2f"), format(-5, "=+6"), format("x", "^5"), f"{1_000_000:,}", f"{-1234567.891:,.1f}")
