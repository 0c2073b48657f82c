"""The state of a session, which the host keeps."""

import marshal

from weft._errors import StateError
from weft._plain import plain
from weft._tensor import from_frame

_MISSING = object()


class State:
    """What a node keeps in one session: names and values, as JSON has them.

    A value is fetched from the host when it is first asked for, and given back when the node is
    done with the items it was given, if it has changed by then. So a list that is kept may be
    appended to in place.
    """

    def __init__(self, ask, limit):
        self._ask = ask
        self._limit = limit
        self._values = {}
        self._known = {}

    def _load(self, key):
        if type(key) is not str:
            raise TypeError(f"a key of the state is a str, not {type(key).__name__}")
        if key not in self._values:
            found, value = self._ask("get", key)
            self._values[key] = value if found else _MISSING
            self._known[key] = _dumped(value) if found else None
        return self._values[key]

    def __getitem__(self, key):
        value = self._load(key)
        if value is _MISSING:
            raise KeyError(key)
        return value

    def __setitem__(self, key, value):
        if value is None:
            raise StateError(f"the state holds no None; use del state[{key!r}]")
        self._load(key)
        self._values[key] = value

    def __delitem__(self, key):
        if self._load(key) is _MISSING:
            raise KeyError(key)
        self._values[key] = _MISSING

    def __contains__(self, key):
        return self._load(key) is not _MISSING

    def __len__(self):
        self._save()
        return self._ask("size", "")

    def get(self, key, default=None):
        value = self._load(key)
        return default if value is _MISSING else value

    def setdefault(self, key, default):
        if key not in self:
            self[key] = default
        return self[key]

    def pop(self, key, *default):
        value = self._load(key)
        if value is _MISSING:
            if default:
                return default[0]
            raise KeyError(key)
        self._values[key] = _MISSING
        return value

    def __repr__(self):
        return f"State({ {k: v for k, v in self._values.items() if v is not _MISSING} })"

    def _save(self):
        """Gives the host what has changed."""
        for key, value in self._values.items():
            known = self._known[key]
            if value is _MISSING:
                if known is not None:
                    self._ask("remove", key)
                    self._known[key] = None
                continue
            try:
                data = marshal.dumps(value, 2)
            except ValueError:
                value = plain(value, f"state[{key!r}]")
                self._values[key] = from_frame(value)
                data = marshal.dumps(value, 2)
            if data != known:
                if len(data) > self._limit:
                    raise StateError(
                        f"state[{key!r}] would take {len(data)} bytes, {self._limit} is the limit;"
                        " keep less under a key"
                    )
                refusal = self._ask("put", key, value)
                if refusal:
                    raise StateError(refusal)
                self._known[key] = data
        # Another run of the session may change what this one only looked at.
        if len(self._values) > 1_000:
            self._values.clear()
            self._known.clear()


def _dumped(value):
    try:
        return marshal.dumps(value, 2)
    except ValueError:
        return marshal.dumps(plain(value), 2)
