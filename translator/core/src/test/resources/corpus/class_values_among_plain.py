from dataclasses import dataclass
from typing import NamedTuple, Callable
import functools
class Slug(str):
    def upper(self):
        return "OWN"
    def __len__(self):
        return 99
class Id(int):
    def __add__(self, other):
        return Id(int(self) + other + 100)
    def __str__(self):
        return "ID"
def takes(name: str) -> str:
    return name.upper() + str(len(name))
def plus(n: int) -> int:
    return n + 1
def make(x: str) -> str:
    return Slug(x)
def ident(x):
    return x
def narrow(x: object) -> str:
    if isinstance(x, str):
        return x.upper()
    if isinstance(x, int):
        return str(x + 1)
    return "?"
def match(x):
    match x:
        case str():
            return x.upper()
        case int():
            return x + 1
        case _:
            return "?"
@dataclass
class D:
    name: str
    n: int = 0
class N(NamedTuple):
    name: str
    n: int
fns: dict[str, Callable[[str], str]] = {"a": takes}
def run(label, f):
    try:
        print(label, repr(f()))
    except TypeError as e:
        print(label, "TypeError", e)
run(1, lambda: fns["a"](Slug("x")))
run(2, lambda: make("x").upper())
run(3, lambda: len(make("x")))
run(4, lambda: narrow(Slug("q")))
run(5, lambda: narrow(Id(4)))
run(6, lambda: match(Slug("q")))
run(7, lambda: match(Id(4)))
run(8, lambda: D(Slug("q"), Id(3)).name.upper())
run(9, lambda: D(Slug("q"), Id(3)).n + 1)
run(10, lambda: N(Slug("q"), Id(3)).name.upper())
run(11, lambda: N(Slug("q"), Id(3)).n + 1)
run(12, lambda: getattr(D("x"), "name").upper())
run(13, lambda: list(map(takes, [Slug("a"), "b"])))
run(14, lambda: list(map(plus, [Id(1), 2])))
run(15, lambda: functools.reduce(lambda a, b: a + b, [Id(1), Id(2)], 0))
run(16, lambda: sorted([Slug("b"), "a"], key=len))
run(17, lambda: max([Id(3), 4]))
run(18, lambda: functools.partial(takes, Slug("x"))())
run(19, lambda: [takes(s) for s in (Slug("a"), Slug("b"))])
xs: list[str] = []
xs.append(Slug("z"))
run(20, lambda: [x.upper() for x in xs])
d: dict[str, int] = {}
d[Slug("k")] = Id(2)
run(21, lambda: [(type(k).__name__, v + 1) for k, v in d.items()])
run(22, lambda: d["k"] + 1)
class B:
    label: str = "b"
    def set(self, label: str) -> None:
        self.label = label
b = B()
b.set(Slug("l"))
run(23, lambda: b.label.upper())
run(25, lambda: f"{Id(3)} {Id(3):d} {Id(3)!r}" + str(Id(3)))
run(26, lambda: "%s %d" % (Id(3), Id(3)))
run(27, lambda: "-".join(map(str, [Id(1)])))
run(28, lambda: takes(*[Slug("a")]))
run(29, lambda: takes(**{"name": Slug("a")}))
def gen():
    yield Slug("g")
def first(it) -> str:
    for x in it:
        return x
    return ""
run(30, lambda: first(gen()).upper())
run(31, lambda: ident(Id(3)) + 1)
run(32, lambda: plus(len([1])) + Id(3))
run(33, lambda: [1, 2, 3, 4][Id(1)])
run(34, lambda: list(range(Id(2))))
run(35, lambda: {Id(1): "a"}[1])
run(36, lambda: Id(1) == 1 and 1 == Id(1) and Id(1) in [1])
run(37, lambda: plus(Id(1)) if plus(0) else 0)
