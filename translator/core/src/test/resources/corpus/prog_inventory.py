"""Inventory with undo, observers and CSV-like output."""
from collections import defaultdict, OrderedDict, namedtuple
from abc import ABC, abstractmethod
from functools import cached_property, total_ordering, reduce, lru_cache, singledispatch
import operator
import json
import textwrap

Move = namedtuple("Move", "sku delta reason", defaults=["manual"])


@total_ordering
class Version:
    __slots__ = ("major", "minor")

    def __init__(self, text):
        self.major, self.minor = map(int, text.split("."))

    def __eq__(self, other):
        if not isinstance(other, Version):
            return NotImplemented
        return (self.major, self.minor) == (other.major, other.minor)

    def __lt__(self, other):
        return (self.major, self.minor) < (other.major, other.minor)

    def __hash__(self):
        return hash((self.major, self.minor))

    def __repr__(self):
        return f"v{self.major}.{self.minor}"


class Command(ABC):
    @abstractmethod
    def do(self, inv): ...

    @abstractmethod
    def undo(self, inv): ...


class Adjust(Command):
    def __init__(self, *moves):
        self.moves = moves

    def do(self, inv):
        for m in self.moves:
            inv.stock[m.sku] += m.delta

    def undo(self, inv):
        for m in reversed(self.moves):
            inv.stock[m.sku] -= m.delta


class Inventory:
    def __init__(self):
        self.stock = defaultdict(int)
        self.history = []
        self._observers = []

    def observe(self, fn):
        self._observers.append(fn)
        return fn

    def execute(self, cmd: Command):
        cmd.do(self)
        self.history.append(cmd)
        for fn in self._observers:
            fn(self, cmd)

    def undo(self):
        if not self.history:
            raise IndexError("nothing to undo")
        self.history.pop().undo(self)

    def __getitem__(self, sku):
        return self.stock[sku]

    def __contains__(self, sku):
        return self.stock.get(sku, 0) > 0

    def __len__(self):
        return sum(1 for v in self.stock.values() if v)

    def __iter__(self):
        yield from sorted(self.stock.items())

    @cached_property
    def label(self):
        print("computing label")
        return "/".join(sorted(self.stock))


@singledispatch
def render(value):
    return str(value)


@render.register
def _(value: int):
    return f"{value:,}"


@render.register(list)
def _(value):
    return "[" + "; ".join(render(v) for v in value) + "]"


@lru_cache(maxsize=None)
def ways(n):
    return 1 if n < 2 else ways(n - 1) + ways(n - 2)


inv = Inventory()


@inv.observe
def low(inventory, cmd):
    for sku, n in inventory:
        if 0 < n < 3:
            print(f"low: {sku}={n}")


inv.execute(Adjust(Move("bolt", 10), Move("nut", 2, "count")))
inv.execute(Adjust(Move("bolt", -8)))
print(dict(inv), len(inv), "bolt" in inv, "gear" in inv, inv.label, inv.label)
inv.undo()
print(inv["bolt"], list(inv))
inv.undo()
try:
    inv.undo()
except IndexError as e:
    print("IndexError:", e)
try:
    Command()
except TypeError as e:
    print(e)
print(sorted(map(Version, ["1.10", "1.2", "0.9"])), max(Version("2.0"), Version("1.9")), Version("1.0") >= Version("1.0"))
print({Version("1.0"): "a"}[Version("1.0")], Version("1.0") == "1.0")
print(render(1234567), render([1, 2000, "x", [3]]), ways(80), ways.cache_info().hits)
print(reduce(operator.mul, range(1, 21)), reduce(operator.add, [[1], [2]], []))
print(json.dumps({"b": [1, 2.5, None, True], "a": {"x": "é\n"}}, indent=2, sort_keys=True))
print(textwrap.fill("the quick brown fox jumps over the lazy dog " * 2, width=30, initial_indent="* ", subsequent_indent="  "))
print(Move("x", 1)._replace(delta=5), Move._fields, Move("q", 2)._asdict())
od = OrderedDict.fromkeys("banana")
od.move_to_end("b")
print(list(od), od.popitem(last=False))
