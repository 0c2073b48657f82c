import base64
import hashlib
import hmac


def hash_password(password, salt, rounds=1000):
    digest = hashlib.pbkdf2_hmac("sha256", password.encode(), salt, rounds)
    return f"pbkdf2${rounds}${base64.b64encode(salt).decode()}${base64.b64encode(digest).decode()}"


def verify(password, stored):
    kind, rounds, salt, digest = stored.split("$")
    fresh = hash_password(password, base64.b64decode(salt), int(rounds))
    return hmac.compare_digest(fresh, stored)


stored = hash_password("s3cret", b"0123456789abcdef")
print(stored)
print(verify("s3cret", stored), verify("wrong", stored))
print(hashlib.md5(b"abc").hexdigest(), hashlib.sha1("é".encode()).hexdigest()[:12])
h = hashlib.sha256()
for chunk in (b"hello ", b"world"):
    h.update(chunk)
print(h.hexdigest() == hashlib.sha256(b"hello world").hexdigest(), h.digest_size)
token = hmac.new(b"key", b"message", hashlib.sha256).hexdigest()
print(token[:16], base64.urlsafe_b64encode(b"\xfb\xff").decode())
