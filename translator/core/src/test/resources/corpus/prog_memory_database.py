"""An in-memory database with nested transactions and snapshots."""
import asyncio
from contextlib import asynccontextmanager, contextmanager
from copy import deepcopy
import heapq
from types import SimpleNamespace

_MISSING = object()


class TransactionError(RuntimeError):
    """Raised when the transaction cannot go on."""


class Conflict(TransactionError):
    def __init__(self, keys):
        super().__init__("conflict on " + ", ".join(sorted(keys)))
        self.keys = frozenset(keys)


class Table:
    def __init__(self):
        self.rows = {}
        self.versions = {}
        self.index = {}

    def get(self, key, default=None):
        value = self.rows.get(key, _MISSING)
        return default if value is _MISSING else value

    def __len__(self):
        return len(self.rows)

    def __contains__(self, key):
        return key in self.rows

    def __iter__(self):
        yield from sorted(self.rows)

    def __getitem__(self, key):
        if isinstance(key, slice):
            keys = [k for k in self if (key.start is None or k >= key.start) and (key.stop is None or k < key.stop)]
            return {k: self.rows[k] for k in keys[:: key.step]}
        return self.rows[key]


class Transaction:
    def __init__(self, table):
        self._table = table
        self._writes = {}
        self._reads = {}
        self.state = "open"

    def _check(self):
        if self.state != "open":
            raise TransactionError(f"transaction is {self.state}")

    def get(self, key, default=None):
        self._check()
        if key in self._writes:
            v = self._writes[key]
            return default if v is _MISSING else v
        self._reads.setdefault(key, self._table.versions.get(key, 0))
        return deepcopy(self._table.get(key, default))

    def set(self, key, value):
        self._check()
        self._writes[key] = value

    def delete(self, key):
        self._check()
        self._writes[key] = _MISSING

    __setitem__ = set
    __getitem__ = get
    __delitem__ = delete

    def commit(self):
        self._check()
        stale = {k for k, v in self._reads.items() if self._table.versions.get(k, 0) != v}
        if stale:
            self.state = "failed"
            raise Conflict(stale)
        for key, value in self._writes.items():
            if value is _MISSING:
                self._table.rows.pop(key, None)
            else:
                self._table.rows[key] = value
            self._table.versions[key] = self._table.versions.get(key, 0) + 1
        self.state = "committed"

    def rollback(self):
        self.state = "rolled back"
        self._writes.clear()


class Database:
    def __init__(self):
        self.table = Table()
        self.stats = SimpleNamespace(commits=0, rollbacks=0, conflicts=0)

    @asynccontextmanager
    async def transaction(self, name="tx"):
        tx = Transaction(self.table)
        try:
            yield tx
        except BaseException as exc:
            tx.rollback()
            self.stats.rollbacks += 1
            print(f"  {name}: rollback because of {type(exc).__name__}: {exc}")
            raise
        else:
            try:
                tx.commit()
                self.stats.commits += 1
            except Conflict:
                self.stats.conflicts += 1
                raise
        finally:
            print(f"  {name}: {tx.state}")

    @contextmanager
    def snapshot(self):
        saved = deepcopy(self.table.rows)
        yield saved
        changed = {k for k in saved.keys() | self.table.rows.keys() if saved.get(k) != self.table.rows.get(k)}
        print("  changed since snapshot:", sorted(changed))


async def transfer(db, src, dst, amount, delay, tries=3):
    for attempt in range(1, tries + 1):
        try:
            async with db.transaction(f"{src}->{dst}#{attempt}") as tx:
                a, b = tx.get(src, 0), tx.get(dst, 0)
                await asyncio.sleep(delay)
                if a < amount:
                    raise ValueError(f"{src} has only {a}")
                tx[src] = a - amount
                tx[dst] = b + amount
            return attempt
        except Conflict as c:
            print(f"  retry after {c} {sorted(c.keys)}")
            delay /= 2
    return None


async def main():
    db = Database()
    async with db.transaction("init") as tx:
        for i, name in enumerate("abcd"):
            tx[name] = (i + 1) * 100
        tx["tags"] = ["x", "y"]
    with db.snapshot() as before:
        results = await asyncio.gather(
            transfer(db, "a", "b", 50, 0.02),
            transfer(db, "b", "c", 70, 0.01),
            transfer(db, "d", "a", 4000, 0.005),
            return_exceptions=True,
        )
        print(results)
        async with db.transaction("tags") as tx:
            tags = tx["tags"]
            tags.append("z")
            print(db.table["tags"], tags)
            tx["tags"] = tags
            del tx["c"]
    print(before)
    print(db.table["a":"d"], db.table["a"::2], db.table[:"b"])
    print(len(db.table), "c" in db.table, list(db.table))
    print(db.stats)
    try:
        async with db.transaction("twice") as tx:
            tx["q"] = 1
            tx.commit()
    except TransactionError as e:
        print("error:", e)
    print(heapq.nlargest(2, ((v, k) for k, v in db.table.rows.items() if isinstance(v, int))))


asyncio.run(main())
