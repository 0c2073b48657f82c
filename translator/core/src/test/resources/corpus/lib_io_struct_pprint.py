import io
import pprint
import struct
import sys
from decimal import ROUND_HALF_UP, Decimal

out = io.StringIO()
out.write("first line\n")
print("second", 2, file=out, sep="=")
print(repr(out.getvalue()), out.tell())
src = io.StringIO("a,b\nc,d\n")
print(src.readline(), [line.strip() for line in src])
for line in io.StringIO("x\ny"):
    print(repr(line))
b = io.BytesIO(b"abcdef")
print(b.read(2), b.read(), b.getvalue())

packed = struct.pack(">HIb", 513, 70000, -3)
print(packed, packed.hex(), struct.unpack(">HIb", packed), struct.calcsize("<IH"))
print(struct.pack("<I", 1), struct.pack("!d", 1.5).hex(), struct.unpack("!d", struct.pack("!d", -2.25))[0], struct.pack("4s", b"ab"))
length, kind = struct.unpack_from("!IB", b"\x00\x00\x00\x05\x07xxxxx", 0)
print(length, kind)

pprint.pprint({"b": [1, 2], "a": {"x": 1}})
pprint.pprint({"name": "a long enough value to be wrapped", "other": list(range(20)), "third": ["yet another string", "and more text here"]})
print(pprint.pformat([1, "two", (3,)]))

a, c = Decimal("0.1"), Decimal("0.2")
print(a + c, a * c, a / Decimal(3), Decimal("1.50") == Decimal("1.5"), Decimal(10) ** 2, -a)
print(Decimal("2.675").quantize(Decimal("0.01"), rounding=ROUND_HALF_UP), round(Decimal("3.14159"), 2), int(Decimal("7.9")), float(a))
print(Decimal("1E+3"), Decimal("0.000001"), repr(Decimal("5")), sorted([Decimal(3), Decimal("1.5")]), f"{Decimal('12.345'):.2f}")
sys.stdout.write("done\n")
