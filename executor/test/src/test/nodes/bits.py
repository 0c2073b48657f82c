import struct
import zlib
import base64
import weft

class Bits(weft.Node):
    def process(self, item):
        data = bytes.fromhex(item) if isinstance(item, str) else bytes(item)
        head, = struct.unpack(">H", data[:2])
        return {"head": head, "crc": zlib.crc32(data), "b64": base64.b64encode(data).decode(), "rest": data[2:].hex(" ")}
