"""Case-insensitive and layered mappings built on collections.abc."""
from collections.abc import Mapping, MutableMapping, Sequence, MutableSequence, Set, Iterator, Iterable


class CaseInsensitiveDict(MutableMapping):
    def __init__(self, data=None, **kwargs):
        self._store = {}
        self.update(data or {}, **kwargs)

    def __setitem__(self, key, value):
        self._store[key.lower()] = (key, value)

    def __getitem__(self, key):
        return self._store[key.lower()][1]

    def __delitem__(self, key):
        del self._store[key.lower()]

    def __iter__(self):
        return (original for original, _ in self._store.values())

    def __len__(self):
        return len(self._store)

    def __repr__(self):
        return f"{type(self).__name__}({dict(self.items())!r})"


class Frozen(Mapping):
    def __init__(self, pairs):
        self._d = dict(pairs)

    def __getitem__(self, key):
        return self._d[key]

    def __iter__(self):
        return iter(self._d)

    def __len__(self):
        return len(self._d)


class Window(Sequence):
    """A view of a list."""

    def __init__(self, data, start, stop):
        self.data = data
        self.start = start
        self.stop = stop

    def __len__(self):
        return self.stop - self.start

    def __getitem__(self, index):
        if isinstance(index, slice):
            return [self[i] for i in range(*index.indices(len(self)))]
        if index < 0:
            index += len(self)
        if not 0 <= index < len(self):
            raise IndexError("window index out of range")
        return self.data[self.start + index]


class TypedList(MutableSequence):
    def __init__(self, kind, items=()):
        self.kind = kind
        self._items = []
        self.extend(items)

    def _check(self, value):
        if not isinstance(value, self.kind):
            raise TypeError(f"expected {self.kind.__name__}, got {type(value).__name__}")
        return value

    def __len__(self):
        return len(self._items)

    def __getitem__(self, i):
        return self._items[i]

    def __setitem__(self, i, value):
        self._items[i] = self._check(value)

    def __delitem__(self, i):
        del self._items[i]

    def insert(self, i, value):
        self._items.insert(i, self._check(value))

    def __str__(self):
        return f"TypedList<{self.kind.__name__}>{self._items}"


class Countdown(Iterator):
    def __init__(self, n):
        self.n = n

    def __next__(self):
        if self.n == 0:
            raise StopIteration
        self.n -= 1
        return self.n + 1


class BitSet(Set):
    def __init__(self, items=()):
        self.bits = 0
        for i in items:
            self.bits |= 1 << i

    def __contains__(self, item):
        return bool(self.bits >> item & 1)

    def __iter__(self):
        i = 0
        bits = self.bits
        while bits:
            if bits & 1:
                yield i
            bits >>= 1
            i += 1

    def __len__(self):
        return self.bits.bit_count()

    def __repr__(self):
        return f"BitSet({list(self)})"


h = CaseInsensitiveDict({"Content-Type": "text/html"}, Accept="*/*")
h["CONTENT-LENGTH"] = 12
print(h["content-type"], h.get("accept"), h.get("nope"), h.get("nope", 7))
print("ACCEPT" in h, "x" in h, len(h))
print(h)
print(list(h.keys()), list(h.values()))
for k, v in h.items():
    print(" ", k, "=", v)
print(h.setdefault("ETag", "abc"), h.setdefault("etag", "zzz"))
print(h.pop("accept"), h.pop("accept", None))
try:
    h.pop("accept")
except KeyError as e:
    print("KeyError", e)
print(h.popitem())
h.update([("a", 1), ("b", 2)])
print(dict(h), bool(h))
h.clear()
print(len(h), bool(h))
print(isinstance(h, Mapping), isinstance(h, MutableMapping), isinstance({}, Mapping), isinstance(h, dict))

f = Frozen([("x", 1), ("y", 2)])
print(f == {"x": 1, "y": 2}, f == Frozen({"y": 2, "x": 1}), f != {"x": 1})
print({**f, "z": 3}, f.get("q", "none"))
try:
    f["x"] = 2
except TypeError as e:
    print(type(e).__name__, e)

w = Window(list(range(10, 30)), 5, 10)
print(list(w), w[0], w[-1], w[1:3], 17 in w, 99 in w)
print(list(reversed(w)), w.index(17), w.count(18))
try:
    w.index(1000)
except ValueError as e:
    print("ValueError", e)

t = TypedList(int, [3, 1, 2])
t.append(5)
t += [8, 9]
t.reverse()
print(t, len(t), t.pop(), t.pop(0))
t.remove(1)
print(t)
try:
    t.append("x")
except TypeError as e:
    print(e)

print(list(Countdown(4)), sum(Countdown(3)))
for i in Countdown(2):
    print(i)
a, b = BitSet([1, 3, 5]), BitSet([3, 4, 5])
print(a & b, a | b, a - b, a ^ b, a <= b, BitSet([3]) < a, a.isdisjoint(BitSet([0])))
print(a == {1, 3, 5}, isinstance(a, Set), isinstance({1}, Set), isinstance([], Iterable))
