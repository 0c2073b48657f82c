"""Bytes and struct protocols, bit fiddling, big ints, simple VM and compression."""
import struct
import zlib
import hashlib
import base64
from enum import IntEnum
from typing import NamedTuple


class Op(IntEnum):
    PUSH = 1
    ADD = 2
    MUL = 3
    JMPZ = 4
    JMP = 5
    PRINT = 6
    DUP = 7
    HALT = 255


class Header(NamedTuple):
    magic: bytes
    version: int
    length: int
    FORMAT = ">4sHI"

    @classmethod
    def unpack(cls, data: bytes) -> "Header":
        return cls(*struct.unpack_from(cls.FORMAT, data))

    def pack(self) -> bytes:
        return struct.pack(self.FORMAT, *self)


def frame(payload: bytes) -> bytes:
    head = Header(b"WEFT", 1, len(payload)).pack()
    return head + payload + struct.pack("<I", zlib.crc32(payload))


def parse(data: bytes):
    view = memoryview(data)
    size = struct.calcsize(Header.FORMAT)
    while view:
        head = Header.unpack(view[:size])
        if head.magic != b"WEFT":
            raise ValueError(f"bad magic {head.magic!r}")
        body = bytes(view[size:size + head.length])
        (crc,) = struct.unpack("<I", view[size + head.length:size + head.length + 4])
        if crc != zlib.crc32(body):
            raise ValueError("crc mismatch")
        yield head, body
        view = view[size + head.length + 4:]


stream = frame(b"hello") + frame(bytes(range(5))) + frame("žluť".encode())
for h, body in parse(stream):
    print(h, body, body.hex(" "), h.length)
bad = bytearray(stream)
bad[12] ^= 0xFF
try:
    list(parse(bytes(bad)))
except ValueError as e:
    print(e)


def varint(n: int) -> bytes:
    out = bytearray()
    while True:
        n, low = n >> 7, n & 0x7F
        out.append(low | (0x80 if n else 0))
        if not n:
            return bytes(out)


def unvarint(data, pos=0):
    shift = result = 0
    while True:
        b = data[pos]
        pos += 1
        result |= (b & 0x7F) << shift
        if not b & 0x80:
            return result, pos
        shift += 7


for n in (0, 127, 128, 300, 2 ** 70):
    e = varint(n)
    print(n, e.hex(), unvarint(e))


def rle(data: bytes) -> bytes:
    out = bytearray()
    i = 0
    while i < len(data):
        j = i
        while j < len(data) and data[j] == data[i] and j - i < 255:
            j += 1
        out += bytes([j - i, data[i]])
        i = j
    return bytes(out)


print(rle(b"aaabccccd" + b"z" * 300))
x = 0xDEADBEEF
print(f"{x:032b}", x.bit_length(), bin(x).count("1"), (x >> 16) & 0xFFFF, ~x, x ^ 0xFFFF_FFFF, -x >> 4)
rol = lambda v, n, w=32: ((v << n) | (v >> (w - n))) & ((1 << w) - 1)
print(hex(rol(x, 8)), [hex(rol(0x81, n, 8)) for n in range(3)])


def fnv1a(data):
    h = 0xcbf29ce484222325
    for b in data:
        h ^= b
        h = (h * 0x100000001b3) % (1 << 64)
    return h


print(fnv1a(b"hello"), hashlib.sha256(b"abc").hexdigest()[:16], hashlib.md5(b"x").digest()[:4], base64.b64encode(b"\x00\xffhi"))
print(pow(3, 1000, 10 ** 9 + 7), pow(7, -1, 31), 2 ** 200, (2 ** 200) % 1000007, -(2 ** 65) // 3, divmod(-7, 3), 10 ** 30 // 7 ** 20)
print(int.from_bytes(b"\x01\x02\x03", "big"), (1000).to_bytes(4, "little"), int.from_bytes(b"\xff\xfe", "big", signed=True), (-2).to_bytes(2, "big", signed=True))
print(int("ff", 16), int("-0b101", 0), int("1_000"), hex(-255), oct(8), bin(-5), (255).bit_count(), (0.1).hex(), (0.75).as_integer_ratio())


class VM:
    def __init__(self, code: bytes):
        self.code = code
        self.pc = 0
        self.stack: list[int] = []
        self.out: list[str] = []

    def fetch(self):
        b = self.code[self.pc]
        self.pc += 1
        return b

    def run(self, limit=1000):
        for step in range(limit):
            op = Op(self.fetch())
            match op:
                case Op.PUSH:
                    self.stack.append(struct.unpack("b", bytes([self.fetch()]))[0])
                case Op.ADD | Op.MUL:
                    b, a = self.stack.pop(), self.stack.pop()
                    self.stack.append(a + b if op is Op.ADD else a * b)
                case Op.DUP:
                    self.stack.append(self.stack[-1])
                case Op.PRINT:
                    self.out.append(str(self.stack[-1]))
                case Op.JMPZ:
                    target = self.fetch()
                    if self.stack[-1] == 0:
                        self.pc = target
                case Op.JMP:
                    self.pc = self.fetch()
                case Op.HALT:
                    return step
        raise RuntimeError(f"limit of {limit} steps")


program = bytes([Op.PUSH, 5, Op.PRINT, Op.JMPZ, 10, Op.PUSH, 0xFF, Op.ADD, Op.JMP, 2, Op.HALT])
vm = VM(program)
print(vm.run(), " ".join(vm.out))
try:
    VM(bytes([9])).run()
except ValueError as e:
    print(e)
b = bytearray(b"hello world")
b[0:5] = b"HOWDY"
b.extend(b"!!")
del b[5]
print(b, b.upper(), b.find(b"wor"), bytes(b).split(b"w"), b.decode(), b"a,b".split(b","), b"%d-%s" % (3, b"x"), b"\t\x00\xe9'")
print(b"abc" < b"abd", b"b" in b"abc", 98 in b"abc", b"x".join([b"1", b"2"]), bytes(3), bytes.fromhex("de ad"))
for a, bb in struct.iter_unpack("<Hb", b"\x01\x00\xff\x02\x00\x05"):
    print(a, bb)
print(struct.pack("<hiq?d", -1, 2, 3, True, 1.5).hex())
