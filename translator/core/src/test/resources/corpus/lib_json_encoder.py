import datetime
import decimal
import json
from dataclasses import asdict, dataclass, is_dataclass
from enum import Enum


class Color(Enum):
    RED = "red"
    BLUE = "blue"


@dataclass
class Point:
    x: int
    y: int
    color: Color = Color.RED


class Encoder(json.JSONEncoder):
    def default(self, o):
        if is_dataclass(o):
            return asdict(o)
        if isinstance(o, Enum):
            return o.value
        if isinstance(o, (datetime.date, datetime.datetime)):
            return o.isoformat()
        if isinstance(o, set):
            return sorted(o)
        return super().default(o)


def fallback(o):
    if isinstance(o, decimal.Decimal):
        return str(o)
    raise TypeError(f"cannot encode {type(o).__name__}")


data = {
    "points": [Point(1, 2), Point(3, 4, Color.BLUE)],
    "when": datetime.date(2024, 2, 29),
    "tags": {"b", "a"},
    "nothing": None,
}
print(json.dumps(data, cls=Encoder))
print(json.dumps(data, cls=Encoder, indent=2, sort_keys=True))
print(json.dumps({"price": decimal.Decimal("9.90")}, default=fallback))
try:
    json.dumps({"x": 1j}, cls=Encoder)
except TypeError as e:
    print("TypeError:", e)
try:
    json.dumps(object, default=fallback)
except TypeError as e:
    print("TypeError:", e)


def as_point(d):
    if "x" in d and "y" in d:
        return Point(d["x"], d["y"], Color(d.get("color", "red")))
    return d


text = '{"a": {"x": 5, "y": 6, "color": "blue"}, "b": [1, 2.0, 1e3, true, null]}'
print(json.loads(text, object_hook=as_point))
print(json.loads("[1.1, 2]", parse_float=decimal.Decimal))
print(Encoder(indent=None, separators=(",", ":")).encode([{1, 2}, Color.RED]))
print(json.dumps("naïve ☃", ensure_ascii=False), json.dumps("naïve ☃"))
try:
    json.loads('{"a": 1,}')
except json.JSONDecodeError as e:
    print(e.msg, e.lineno, e.colno, e.pos)
