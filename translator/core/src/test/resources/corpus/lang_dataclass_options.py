from dataclasses import asdict, astuple, dataclass, field, fields, replace


@dataclass(order=True)
class Version:
    major: int
    minor: int = 0
    label: str = field(default="", compare=False)


@dataclass(frozen=True)
class Key:
    name: str
    scope: str = "global"


@dataclass
class Order:
    id: int
    items: list = field(default_factory=list)
    tags: dict[str, str] = field(default_factory=dict)
    total: float = field(init=False, default=0.0)
    secret: str = field(default="x", repr=False)

    def __post_init__(self):
        self.total = sum(price for _, price in self.items)

    @property
    def count(self):
        return len(self.items)


@dataclass
class Special(Order):
    discount: float = 0.1

    def __post_init__(self):
        super().__post_init__()
        self.total *= 1 - self.discount


v = [Version(1, 2, "b"), Version(1, 0), Version(0, 9, "z")]
print(sorted(v))
print(Version(1, 2, "a") == Version(1, 2, "b"), Version(1) < Version(2), max(v))
k = Key("a")
print(k, hash(k) == hash(Key("a")), {k: 1}[Key("a")])
try:
    k.name = "b"
except Exception as e:
    print(type(e).__name__, e)
o = Order(1, [("pen", 2.5), ("ink", 4.0)])
print(o, o.count)
o2 = replace(o, id=2)
print(o2.id, o2.items is o.items)
print(asdict(o))
print(astuple(Key("n")))
print([f.name for f in fields(Order)])
s = Special(3, [("box", 10.0)], discount=0.5)
print(s, s.total)
o.items.append(("cap", 1.0))
print(Order(5).items, o.count)
