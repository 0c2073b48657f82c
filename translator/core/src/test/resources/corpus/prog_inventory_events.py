"""Inventory service with async repository, events and a report."""
from __future__ import annotations
import asyncio
import json
import logging
import sys
from abc import ABC, abstractmethod
from collections import defaultdict
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import Enum
from typing import AsyncIterator, Callable, Optional

logging.basicConfig(stream=sys.stdout, level=logging.INFO, format="%(levelname)-7s %(name)s: %(message)s")
log = logging.getLogger("inventory")


class OutOfStock(Exception):
    def __init__(self, sku: str, wanted: int, have: int):
        super().__init__(f"{sku}: wanted {wanted}, have {have}")
        self.sku = sku
        self.missing = wanted - have


class Status(Enum):
    NEW = "new"
    PAID = "paid"
    SHIPPED = "shipped"

    @property
    def next(self) -> Status | None:
        order = list(Status)
        i = order.index(self)
        return order[i + 1] if i + 1 < len(order) else None


@dataclass(frozen=True)
class Line:
    sku: str
    qty: int
    price: float

    @property
    def total(self) -> float:
        return self.qty * self.price


@dataclass
class Order:
    id: int
    lines: list[Line]
    status: Status = Status.NEW
    history: list[tuple[str, datetime]] = field(default_factory=list, repr=False)

    def advance(self, now: datetime) -> None:
        nxt = self.status.next
        if nxt is None:
            raise ValueError(f"order {self.id} is already {self.status.value}")
        self.history.append((f"{self.status.name}->{nxt.name}", now))
        self.status = nxt

    @property
    def total(self) -> float:
        return round(sum(l.total for l in self.lines), 2)


class Repo(ABC):
    @abstractmethod
    async def take(self, sku: str, qty: int) -> None: ...

    @abstractmethod
    def stock(self) -> AsyncIterator[tuple[str, int]]: ...


class MemoryRepo(Repo):
    def __init__(self, initial: dict[str, int]):
        self._stock = dict(initial)
        self._lock = asyncio.Lock()

    async def take(self, sku: str, qty: int) -> None:
        async with self._lock:
            await asyncio.sleep(0.001)
            have = self._stock.get(sku, 0)
            if have < qty:
                raise OutOfStock(sku, qty, have)
            self._stock[sku] = have - qty

    async def stock(self) -> AsyncIterator[tuple[str, int]]:
        for sku in sorted(self._stock):
            await asyncio.sleep(0)
            yield sku, self._stock[sku]


class Bus:
    def __init__(self) -> None:
        self._subs: dict[type, list[Callable]] = defaultdict(list)

    def on(self, kind: type):
        def register(fn):
            self._subs[kind].append(fn)
            return fn
        return register

    async def publish(self, event) -> int:
        handlers = self._subs[type(event)]
        results = await asyncio.gather(*(h(event) for h in handlers), return_exceptions=True)
        for r in results:
            if isinstance(r, Exception):
                log.warning("handler failed: %s", r)
        return len(handlers)


@dataclass
class Placed:
    order: Order


@dataclass
class Failed:
    order_id: int
    reason: str


bus = Bus()
totals: dict[str, float] = {}


@bus.on(Placed)
async def bill(event: Placed) -> None:
    totals[f"order-{event.order.id}"] = event.order.total


@bus.on(Placed)
async def audit(event: Placed) -> None:
    if event.order.total > 100:
        raise RuntimeError(f"suspicious total {event.order.total:.2f}")


@bus.on(Failed)
async def complain(event: Failed) -> None:
    log.error("order %d failed: %s", event.order_id, event.reason)


async def place(repo: Repo, order: Order) -> bool:
    reason = None
    try:
        async with asyncio.TaskGroup() as tg:
            for line in order.lines:
                tg.create_task(repo.take(line.sku, line.qty), name=f"take-{line.sku}")
    except* OutOfStock as eg:
        reason = "; ".join(sorted(str(e) for e in eg.exceptions))
    if reason is not None:
        await bus.publish(Failed(order.id, reason))
        return False
    now = datetime(2024, 5, 1, 12) + timedelta(minutes=order.id)
    order.advance(now)
    await bus.publish(Placed(order))
    return True


async def main() -> int:
    repo = MemoryRepo({"apple": 10, "pear": 3, "fig": 1})
    orders = [
        Order(1, [Line("apple", 4, 0.5), Line("pear", 1, 0.75)]),
        Order(2, [Line("fig", 2, 3.0), Line("kiwi", 1, 1.0)]),
        Order(3, [Line("apple", 6, 25.0)]),
    ]
    ok = [await place(repo, o) for o in orders]
    print(ok, json.dumps(totals, sort_keys=True))
    print({sku: n async for sku, n in repo.stock()})
    print(orders[0], orders[0].history[0][1].isoformat())
    print(replace(orders[1].lines[0], qty=1).total)
    orders[0].advance(datetime(2024, 5, 2))
    try:
        orders[0].advance(datetime(2024, 5, 3))
    except ValueError as e:
        log.info("%s", e)
    return 0 if all(ok) else 3


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
