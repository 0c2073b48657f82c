import contextlib
import time


class Timer:
    def __init__(self, label):
        self.label = label

    def __enter__(self):
        self.start = time.perf_counter()
        return self

    def __exit__(self, *exc):
        self.elapsed = time.perf_counter() - self.start
        print(f"{self.label}: {'failed' if exc[0] else 'ok'}")
        return False


class Transaction:
    def __init__(self, db):
        self.db = db

    def __enter__(self):
        self.snapshot = dict(self.db)
        return self.db

    def __exit__(self, exc_type, exc, tb):
        if exc_type is not None:
            self.db.clear()
            self.db.update(self.snapshot)
            print("rolled back:", exc)
        return exc_type is not None and issubclass(exc_type, ValueError)


@contextlib.contextmanager
def indent(level, char=" "):
    prefix = char * level
    try:
        yield lambda s: print(prefix + s)
    finally:
        print(prefix + "end")


with Timer("work") as t:
    sum(range(100))
print(t.elapsed >= 0)
db = {"a": 1}
with Transaction(db) as d:
    d["b"] = 2
with Transaction(db) as d:
    d["c"] = 3
    raise ValueError("bad value")
print(db)
try:
    with Timer("outer"), Transaction(db) as d:
        d["x"] = 1
        raise KeyError("unhandled")
except KeyError as e:
    print("propagated", e)
with indent(2) as out, indent(4, "."):
    out("hello")
with contextlib.suppress(FileNotFoundError, ZeroDivisionError):
    1 / 0
    print("unreachable")
with (
    Timer("p1"),
    Timer("p2") as p2,
):
    print("parenthesized", p2.label)


def early():
    with Timer("early"):
        return "returned"


print(early())
for i in range(3):
    with Timer(f"loop{i}"):
        if i == 1:
            break
