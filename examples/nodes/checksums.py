import base64
import hashlib
import zlib

import weft


class Checksums(weft.Node):
    """Sums of a text, or of bytes, to tell whether it arrived whole."""

    def process(self, item):
        data = item if isinstance(item, bytes) else item.encode("utf-8")
        return {
            "length": len(data),
            "crc32": f"{zlib.crc32(data):08x}",
            "sha256": hashlib.sha256(data).hexdigest()[:16],
            "base64": base64.b64encode(data[:9]).decode("ascii"),
        }
