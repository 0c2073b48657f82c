"""Event-sourced bank."""
import asyncio
import json
from abc import ABC, abstractmethod
from collections import defaultdict
from dataclasses import dataclass, asdict, field, replace
from decimal import Decimal
from datetime import datetime, timedelta, timezone
from functools import singledispatch
from itertools import count
from typing import ClassVar, Any


@dataclass(frozen=True, kw_only=True)
class Event(ABC):
    account: str
    at: datetime
    seq: int = 0

    kind: ClassVar[str] = "event"
    registry: ClassVar[dict[str, type]] = {}

    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        cls.kind = cls.__name__.lower()
        Event.registry[cls.kind] = cls

    def to_json(self) -> str:
        data = asdict(self)
        data["at"] = self.at.isoformat()
        data["kind"] = self.kind
        return json.dumps(data, sort_keys=True, default=str)


@dataclass(frozen=True, kw_only=True)
class Opened(Event):
    owner: str


@dataclass(frozen=True, kw_only=True)
class Deposited(Event):
    amount: int


@dataclass(frozen=True, kw_only=True)
class Withdrawn(Event):
    amount: int
    memo: str = ""


@dataclass
class Account:
    id: str
    owner: str = "?"
    balance: int = 0
    history: list[tuple[int, str]] = field(default_factory=list)


@singledispatch
def apply(event, account: Account) -> None:
    raise NotImplementedError(f"no handler for {type(event).__name__}")


@apply.register
def _(event: Opened, account: Account) -> None:
    account.owner = event.owner


@apply.register
def _(event: Deposited, account: Account) -> None:
    account.balance += event.amount


@apply.register
def _(event: Withdrawn, account: Account) -> None:
    if account.balance < event.amount:
        raise InsufficientFunds(account.id, event.amount, account.balance)
    account.balance -= event.amount


class InsufficientFunds(ValueError):
    def __init__(self, account, wanted, available):
        self.account = account
        self.shortfall = wanted - available
        super().__init__(f"{account}: needs {self.shortfall} more cents")


class Store:
    def __init__(self, clock: datetime):
        self._events: list[Event] = []
        self._ids = count(1)
        self._lock = asyncio.Lock()
        self._clock = clock
        self._subscribers: list[asyncio.Queue[Event]] = []

    def now(self) -> datetime:
        self._clock += timedelta(minutes=7, seconds=13)
        return self._clock

    async def append(self, event: Event) -> Event:
        async with self._lock:
            event = replace(event, seq=next(self._ids))
            account = self.load(event.account)
            apply(event, account)
            self._events.append(event)
        for queue in self._subscribers:
            queue.put_nowait(event)
        return event

    def load(self, id: str) -> Account:
        account = Account(id)
        for event in self._events:
            if event.account == id:
                apply(event, account)
                account.history.append((event.seq, event.kind))
        return account

    def subscribe(self) -> asyncio.Queue:
        q: asyncio.Queue[Event] = asyncio.Queue()
        self._subscribers.append(q)
        return q


async def audit(queue: asyncio.Queue, totals: dict) -> None:
    while True:
        event = await queue.get()
        try:
            totals[event.kind] += getattr(event, "amount", 1)
        finally:
            queue.task_done()


async def main() -> None:
    store = Store(datetime(2024, 2, 28, 23, 50, tzinfo=timezone.utc))
    totals: dict[str, int] = defaultdict(int)
    queue = store.subscribe()
    auditor = asyncio.create_task(audit(queue, totals), name="auditor")
    await store.append(Opened(account="A1", at=store.now(), owner="Ada"))
    await store.append(Opened(account="B2", at=store.now(), owner="Bob"))
    await store.append(Deposited(account="A1", at=store.now(), amount=120_00))
    results = await asyncio.gather(
        *(store.append(Withdrawn(account="A1", at=store.now(), amount=n, memo=f"#{n}")) for n in (5000, 4000, 6000)),
        return_exceptions=True,
    )
    for r in results:
        if isinstance(r, InsufficientFunds):
            print("refused:", r, r.shortfall, repr(r))
        else:
            print("ok:", r.seq, r.memo, r.at.strftime("%a %d %b %Y %H:%M:%S"))
    await queue.join()
    auditor.cancel()
    try:
        await auditor
    except asyncio.CancelledError:
        print("auditor cancelled", auditor.cancelled(), auditor.get_name())
    print(dict(totals))
    for e in store._events:
        print(e.to_json())
    acc = store.load("A1")
    print(acc)
    print(f"{acc.owner:<10}|{acc.balance / 100:>12,.2f}|")
    print(sorted(Event.registry))
    try:
        e = store._events[0]
        e.owner = "Eve"  # type: ignore
    except Exception as exc:
        print(type(exc).__name__, exc)
    try:
        Event.registry["deposited"](account="x", at=store.now())
    except TypeError as exc:
        print(exc)
    print(Decimal("10.10") + Decimal("0.20"))


asyncio.run(main())
