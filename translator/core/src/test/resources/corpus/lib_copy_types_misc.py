import base64
import copy
import hashlib
import hmac
import secrets
import uuid
import zlib

original = {"a": [1, 2, [3]], "b": {"c": 1}}
shallow = copy.copy(original)
deep = copy.deepcopy(original)
original["a"][2].append(4)
print(shallow["a"], deep["a"], original == deep)


class Node:
    def __init__(self, value, children=None):
        self.value = value
        self.children = children or []


tree = Node(1, [Node(2), Node(3)])
clone = copy.deepcopy(tree)
clone.children[0].value = 99
print(tree.children[0].value, clone.children[0].value, copy.copy(tree).children is tree.children)

print(hashlib.sha256(b"hello").hexdigest(), hashlib.md5("x".encode()).hexdigest())
h = hashlib.sha1()
h.update(b"part one")
h.update(b" part two")
print(h.hexdigest(), h.digest_size, len(hashlib.sha512(b"").digest()), hashlib.new("sha256", b"a").hexdigest()[:16])
print(hmac.new(b"key", b"message", hashlib.sha256).hexdigest())
print(base64.b64encode(b"hello world"), base64.b64decode("aGVsbG8=").decode(), base64.urlsafe_b64encode(b"\xfb\xff").decode())
print(base64.b32encode(b"hi"), base64.b16encode(b"hi"))
print(uuid.uuid5(uuid.NAMESPACE_DNS, "python.org"), uuid.UUID("12345678123456781234567812345678"))
u = uuid.uuid4()
print(len(str(u)), u.version, u == uuid.UUID(str(u)), len(u.hex))
print(len(secrets.token_hex(8)), len(secrets.token_bytes(4)), secrets.choice([5]), secrets.randbelow(1))
print(zlib.crc32(b"hello"), secrets.compare_digest("a", "a"))
