"""Makes values plain that the border does not take as they are."""

import dataclasses

from weft._tensor import Tensor, to_frame


def plain(value, where="the result"):
    """The value with subclasses of dict, list, str and numbers, and dataclasses, made plain."""
    if value is None or value is True or value is False:
        return value
    kind = type(value)
    if kind in (int, float, str, bytes):
        return value
    if isinstance(value, dict):
        return {_key(k, where): plain(v, f"{where}[{k!r}]") for k, v in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(v, f"{where}[{i}]") for i, v in enumerate(value)]
    if isinstance(value, Tensor):
        return to_frame(value)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {
            f.name: plain(getattr(value, f.name), f"{where}.{f.name}")
            for f in dataclasses.fields(value)
        }
    for base in (int, float, str):
        if isinstance(value, base):
            return base.__call__(value) if base is not str else str.__str__(value)
    if isinstance(value, (bytes, bytearray, memoryview)):
        return bytes(value)
    raise TypeError(
        f"{where} is a {kind.__name__}, which is no JSON; use None, bool, int, float, str, bytes,"
        " list, dict, a dataclass or a Tensor"
    )


def _key(key, where):
    if isinstance(key, str):
        return str.__str__(key)
    if key is None or isinstance(key, (bool, int, float)):
        return key
    raise TypeError(f"a key of {where} is a {type(key).__name__}, which is no JSON; use str")
