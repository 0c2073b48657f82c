import json
from dataclasses import dataclass, asdict
from functools import partial
from collections import OrderedDict
from typing import ClassVar
@dataclass(frozen=True, kw_only=True)
class Ev:
    account: str
    seq: int = 0
    kind: ClassVar[str] = "event"
    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        cls.kind = cls.__name__.lower()
@dataclass(frozen=True, kw_only=True)
class Op(Ev):
    owner: str
o = Op(account="a", owner="b")
print(asdict(o), o)
d = asdict(o)
d["x"] = 1
print(json.dumps(d, sort_keys=True, default=str))
log = []
log.append(partial(print, "total is", sep=" => "))
log.append(print)
for l in log:
    l(5)
class C:
    def __init__(self, cap: int):
        self._d: OrderedDict[str, int] = OrderedDict()
        self.__dict__["q"] = 1
    def __getattr__(self, name):
        return name
    def put(self, k, v):
        self._d[k] = v
        self._d.move_to_end(k)
        if len(self._d) > 1:
            self._d.popitem(last=False)
c = C(2)
c.put("a", 1); c.put("b", 2)
print(c._d, c.zzz)
