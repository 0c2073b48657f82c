"""Classes of the library as values, attributes of threads, what generators return, causes."""

import argparse
import threading
from collections import deque
from datetime import datetime
from decimal import Decimal
from io import StringIO
from pathlib import Path

values = [deque([1]), Decimal(2), Path("a"), datetime(2020, 1, 1), StringIO("x"), b"b", 1j]
kinds = [deque, Decimal, Path, datetime, StringIO, bytes, complex]
print([[int(isinstance(v, k)) for k in kinds].index(1) for v in values], [k.__name__ for k in kinds])
local = threading.local()
thread = threading.Thread(target=lambda: setattr(local, "name", "x"))
thread.start()
thread.join()
print(hasattr(local, "name"), vars(argparse.Namespace(a=1)))


def returning(x):
    yield x
    return "done"


generator = returning(1)
print(next(generator))
for _ in range(2):
    try:
        next(generator)
    except StopIteration as stop:
        print(stop.value)
try:
    raise ValueError("v") from KeyError("k")
except ValueError as e:
    while e:
        print(repr(e))
        e = e.__cause__
