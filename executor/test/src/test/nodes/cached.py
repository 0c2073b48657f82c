from functools import cached_property, lru_cache, wraps

import weft


def retried(times):
    def decorate(function):
        @wraps(function)
        def wrapper(*args, **kwargs):
            last = None
            for attempt in range(times):
                try:
                    return function(*args, attempt=attempt, **kwargs)
                except ValueError as error:
                    last = error
            raise last

        return wrapper

    return decorate


@lru_cache(maxsize=10)
def square_root(n):
    if n < 0:
        raise ValueError("below zero")
    return n**0.5


@retried(3)
def flaky(value, attempt):
    if attempt < value:
        raise ValueError(f"attempt {attempt} of {value}")
    return f"worked at {attempt}"


class Table:
    def __init__(self, rows):
        self.rows = rows

    @cached_property
    def index(self):
        return {row["key"]: row for row in self.rows}

    @property
    def first(self):
        return self.rows[0]["key"]

    def __getitem__(self, key):
        return self.index[key]

    def __len__(self):
        return len(self.rows) - 1


class Cached(weft.Node):
    """Caches and retries."""

    def process(self, item):
        what, value = item["what"], item.get("value")
        if what == "root":
            return square_root(value)
        if what == "flaky":
            return flaky(value)
        if what == "flaky count":
            return flaky()
        table = Table(value)
        if what == "first":
            return table.first
        if what == "get":
            return table["b"]
        if what == "len":
            return len(table)
        return table.nothing
