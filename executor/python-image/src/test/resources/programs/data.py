# The modules in C that have long functions of their own: json, re, struct, hashing, sorting.
import base64
import collections
import hashlib
import json
import re
import string
import struct
import textwrap
import zlib

text = json.dumps({"a": [1, 2.5, None, True, "é\n\"\u2028"], "b": {"c": []}, "n": -0.0}, sort_keys=True)
print(text, json.loads(text) == json.loads(json.dumps(json.loads(text), indent=2)))
for bad in ('{"a" 1}', "[1,]", '"\\x"', "nul", '{"a": 1} x'):
    try:
        json.loads(bad)
    except json.JSONDecodeError as error:
        print(error)
words = re.findall(r"\b(\w)(\w*)\b", "the quick brown fox, jumps over 13 lazy dogs")
print(words, re.sub(r"(?P<d>\d+)", lambda m: str(int(m["d"]) * 2), "a1b22c333"))
print(re.match(r"(a+)+b", "a" * 15 + "b").span(), re.split(r"[,;]\s*", "a, b;c,d"), re.fullmatch(r"(?i)x(?=y)y*?", "XYY"))
print(re.search(r"(?<=\$)(\d{1,3}(?:,\d{3})*)(?!\d)", "cost: $1,234,567 now").group(1))
print(struct.pack("<bhiqfd", -1, 2, -3, 4, 0.5, -0.25).hex(), struct.unpack(">IH", bytes(range(6))))
for name in ("md5", "sha1", "sha256", "sha512", "sha3_256", "blake2b", "blake2s"):
    print(name, hashlib.new(name, b"weft" * 1000).hexdigest()[:32])
print(zlib.crc32(b"weft"), base64.b64encode(bytes(range(20))), base64.b85encode(b"weft"))
values = [(i * 7919) % 1009 for i in range(1009)]
print(sorted(values) == list(range(1009)), sorted("banana"), sorted([3, 1, 2], key=lambda x: -x), sorted([1.5, True, 0]))
print(collections.Counter("mississippi").most_common(2), collections.deque(range(5), maxlen=3))
table = {i: str(i) for i in range(2000)}
for i in range(0, 2000, 3):
    del table[i]
print(len(table), sum(table), list(table)[:5], 1 in table, 3 in table)
print(" ".join(c.swapcase() for c in "aBc"), "ß".upper(), "ǅ".lower(), "x".join("abc"), "a-b-c".rsplit("-", 1))
print("%s %r %5.2f %x" % ("a", "b", 3.14159, 255), "{:>8}|{:^8}|{!r}".format("r", "c", "q"), string.capwords("a bc"))
print(textwrap.fill("the quick brown fox jumps over the lazy dog", 20), "tab\tbed".expandtabs(4))
print("abc".encode("utf-16-le"), b"\xff\xfea".decode("latin-1"), "é".encode(), b"\xc3\xa9".decode())
print(bytearray(b"hello").translate(bytes.maketrans(b"l", b"L")), memoryview(b"abcdef")[1:4].tobytes())
