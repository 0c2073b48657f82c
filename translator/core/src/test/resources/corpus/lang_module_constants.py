"""Module docstring."""
import math
import os.path
import string
from collections import Counter, defaultdict, deque

PI2 = math.pi * 2
PRIMES = (2, 3, 5, 7)
LOOKUP = {c: i for i, c in enumerate(string.ascii_lowercase, 1)}
SQUARES = [n * n for n in range(5)]
EMPTY: list = []
_private = "hidden"
DEBUG = os.environ.get("NO_SUCH_VARIABLE_HERE", "") == "1"


def score(word):
    return sum(LOOKUP.get(c, 0) for c in word.lower())


def area(r):
    return PI2 * r * r / 2


class Config:
    DEFAULTS = {"host": "localhost", "port": 80}
    LIMIT = max(PRIMES)

    def __init__(self, **overrides):
        self.values = {**self.DEFAULTS, **overrides}

    def __getattr__(self, name):
        try:
            return self.values[name]
        except KeyError:
            raise AttributeError(name) from None


print(__doc__, __name__, DEBUG, SQUARES, PRIMES[-1], score("abc"), round(area(2), 3))
c = Config(port=8080)
print(c.host, c.port, Config.LIMIT, hasattr(c, "nope"))
EMPTY.append(_private)
print(EMPTY, len(LOOKUP), LOOKUP["z"])
dd = defaultdict(lambda: defaultdict(int))
for a, b in ("ab", "ac", "ab"):
    dd[a][b] += 1
print({k: dict(v) for k, v in dd.items()})
cnt = Counter("mississippi")
print(cnt.most_common(2), cnt["s"], cnt["z"], sum(cnt.values()))
dq = deque([1, 2, 3], maxlen=3)
dq.append(4)
dq.appendleft(0)
print(dq, dq[0], len(dq), list(dq)[::-1], dq.pop(), dq.popleft())
dq.rotate(1)
print(os.path.join("a", "b.txt"), os.path.splitext("x.tar.gz"), os.path.basename("/p/q"))
if True:
    LATE = "defined in if"
for LOOP in range(3):
    pass
print(LATE, LOOP)
