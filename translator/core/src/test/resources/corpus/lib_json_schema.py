"""A JSON config loader with schema validation, dataclass conversion and custom encoders."""
import json
import enum
import uuid
import base64
import hashlib
import datetime as dt
from dataclasses import dataclass, field, asdict, is_dataclass, fields
from pathlib import PurePosixPath
from typing import Any, Mapping, Sequence, get_origin, get_args
import copy
from types import MappingProxyType


class Level(enum.Enum):
    LOW = "low"
    HIGH = "high"


@dataclass
class Server:
    host: str
    port: int = 8080
    level: Level = Level.LOW
    started: dt.date | None = None


class Encoder(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, enum.Enum):
            return o.value
        if is_dataclass(o):
            return asdict(o)
        if isinstance(o, (set, frozenset)):
            return sorted(o)
        if isinstance(o, (dt.date, dt.datetime)):
            return o.isoformat()
        if isinstance(o, bytes):
            return base64.b64encode(o).decode()
        return super().default(o)


class SchemaError(ValueError):
    def __init__(self, path, message):
        self.path = path
        super().__init__(f"$.{'.'.join(map(str, path))}: {message}")


def validate(value, schema, path=()):
    match schema:
        case type() as t:
            if not isinstance(value, t) or (t is int and isinstance(value, bool)):
                raise SchemaError(path, f"expected {t.__name__}, got {type(value).__name__}")
        case [item]:
            if not isinstance(value, list):
                raise SchemaError(path, "expected a list")
            for i, v in enumerate(value):
                validate(v, item, (*path, i))
        case dict():
            for key, sub in schema.items():
                optional = key.endswith("?")
                name = key.rstrip("?")
                if name not in value:
                    if optional:
                        continue
                    raise SchemaError(path, f"missing {name!r}")
                validate(value[name], sub, path + (name,))
            if extra := value.keys() - {k.rstrip("?") for k in schema}:
                raise SchemaError(path, f"unknown {sorted(extra)}")
        case tuple():
            errors = []
            for option in schema:
                try:
                    return validate(value, option, path)
                except SchemaError as e:
                    errors.append(e)
            raise SchemaError(path, f"no option fits ({len(errors)} tried)") from errors[-1]
        case _ if callable(schema):
            if not schema(value):
                raise SchemaError(path, f"{value!r} refused")


SCHEMA = {"name": str, "servers": [{"host": str, "port?": int}], "ratio?": (int, float), "mode?": lambda v: v in {"a", "b"}}
documents = [
    '{"name": "x", "servers": [{"host": "h", "port": 1}, {"host": "i"}], "ratio": 0.5}',
    '{"name": "x", "servers": [{"host": 5}]}',
    '{"name": "x"}',
    '{"name": "x", "servers": [], "ratio": "high"}',
    '{"name": "x", "servers": [], "mode": "z", "q": 1}',
    '{"name": "x", "servers": [{"host": "h", "port": true}]}',
    '{"name": "x", "servers": [}',
    '["unclosed"',
    "",
]
for doc in documents:
    try:
        data = json.loads(doc)
        validate(data, SCHEMA)
        print("ok", data)
    except json.JSONDecodeError as e:
        print(f"syntax: {e.msg} at {e.lineno}:{e.colno} ({e.pos}) | {e}")
    except SchemaError as e:
        print(e, repr(e.__cause__))
payload = {"server": Server("h", level=Level.HIGH, started=dt.date(2024, 2, 29)), "tags": {"b", "a"}, "raw": b"\x00\xff", 1: None, "f": 1.0, "big": 10**20, "nan": float("inf"), "é": "ü\n\"\u2028"}
print(json.dumps(payload, cls=Encoder, indent=2, sort_keys=False))
print(json.dumps(payload["é"]), json.dumps("é", ensure_ascii=False), json.dumps([1, 2], separators=(",", ":")), json.dumps({"b": 1, "a": [True, None]}, sort_keys=True))
try:
    json.dumps({"x": object})
except TypeError as e:
    print(e)
print(json.loads('{"a": 1.50, "b": [1e3, -0, 12345678901234567890]}', parse_float=str))
print(json.loads('{"x": 1, "y": 2}', object_hook=lambda d: tuple(d.items())), json.loads('{"x": 1}', object_pairs_hook=list))
frozen = MappingProxyType({"a": 1})
print(frozen["a"], dict(frozen), len(frozen), "a" in frozen)
try:
    frozen["a"] = 2
except TypeError as e:
    print(e)
print(hashlib.sha256(b"abc").hexdigest()[:16], hashlib.md5("x".encode()).hexdigest(), hashlib.new("sha1", b"").hexdigest()[:8])
print(uuid.UUID("12345678123456781234567812345678"), uuid.uuid5(uuid.NAMESPACE_DNS, "example.org"), uuid.UUID(int=5).hex[-3:])
print(base64.urlsafe_b64encode(b"\xfb\xff"), base64.b64decode("aGk="), base64.b32encode(b"hi"), base64.b16encode(b"hi"))
p = PurePosixPath("/a/b/../c.tar.gz")
print(p.parent, p.name, p.stem, p.suffixes, p.parts, p / "d", p.is_absolute(), p.with_name("z"))
deep = {"a": [1, {"b": {2, 3}}]}
clone = copy.deepcopy(deep)
clone["a"][1]["b"].add(4)
print(deep, clone)
