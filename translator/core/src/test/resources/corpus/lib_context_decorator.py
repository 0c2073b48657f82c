from contextlib import ContextDecorator, AbstractContextManager
from numbers import Number
from types import MappingProxyType
class timed(ContextDecorator):
    def __init__(self, label):
        self.label = label
    def __enter__(self):
        print("begin", self.label)
        return self
    def __exit__(self, *exc):
        print("end", self.label, exc[0] is not None)
        return False
@timed("work")
def work(n, k=1):
    """Doc."""
    return n * 2 // k
print(work(21), work.__name__, work.__doc__)
try:
    work(1, k=0)
except ZeroDivisionError as e:
    print(e)
with timed("x") as t:
    print(t.label)
class M(AbstractContextManager):
    def __enter__(self):
        return 5
    def __exit__(self, *a):
        return None
with M() as five:
    print(five)
print([isinstance(x, Number) for x in (1, 2.5, "x", None, True, 1j, [])])
from datetime import datetime, timezone
from dataclasses import dataclass, asdict, replace
@dataclass(frozen=True, kw_only=True)
class Ev:
    at: datetime
    n: int = 0
e = Ev(at=datetime(2024, 2, 28, 23, 50, tzinfo=timezone.utc))
print(asdict(e))
print(e, replace(e, n=5), asdict(e)["at"].isoformat())
