import struct
from binascii import crc32, hexlify, unhexlify
import zlib

HEADER = struct.Struct("!HBBI")


def pack_frame(kind, flags, payload):
    header = HEADER.pack(0xCAFE, kind, flags, len(payload))
    checksum = crc32(header + payload)
    return header + payload + struct.pack("!I", checksum)


def unpack_frames(stream):
    offset = 0
    while offset < len(stream):
        magic, kind, flags, length = HEADER.unpack_from(stream, offset)
        if magic != 0xCAFE:
            raise ValueError(f"bad magic {magic:#06x} at {offset}")
        start = offset + HEADER.size
        payload = stream[start:start + length]
        (checksum,) = struct.unpack("!I", stream[start + length:start + length + 4])
        ok = checksum == zlib.crc32(stream[offset:start + length])
        yield kind, flags, payload, ok
        offset = start + length + 4


stream = b"".join(pack_frame(k, k % 2, p) for k, p in enumerate([b"hello", b"", b"\x00\xff" * 3]))
print(len(stream), stream[:12].hex(" "), HEADER.size)
for frame in unpack_frames(stream):
    print(frame)
corrupt = bytearray(stream)
corrupt[9] ^= 0x20
print([ok for *_, ok in unpack_frames(bytes(corrupt))])
try:
    list(unpack_frames(stream[1:]))
except ValueError as e:
    print(e)
try:
    struct.unpack("<I", b"abc")
except struct.error as e:
    print("struct.error:", e)
print(struct.pack("<bhiqf", -1, -2, -3, -4, 0.5))
print(struct.unpack("<2s3xB", b"ab\0\0\0\x07"), struct.calcsize(">qid"))
print(hexlify(b"\x01\xab"), unhexlify("01ab"), (1000).to_bytes(2, "big"), int.from_bytes(b"\x03\xe8", "little"))
print((-5).to_bytes(2, "little", signed=True), int.from_bytes(b"\xff\xfe", "big", signed=True))
b = b"key=value; other=thing"
print(b.split(b"; "), b.partition(b"="), b.find(b"other"), b.upper(), b[0], b[:3], b.count(b"e"))
print(bytes(range(5)), bytes(3), bytes("é", "utf-8"), b"caf\xc3\xa9".decode(), list(b"ab"))
view = memoryview(bytearray(b"abcdef"))
print(view[2:4].tobytes(), len(view), view[0])
print(b"%s has %d" % (b"x", 5), b"a" < b"b", b"ab" * 2, b"b" in b"abc", 97 in b"abc")
print(b"x,y".replace(b",", b"-").center(9, b"*"), b"abc".isalpha(), bytes.fromhex("deadbeef"))
