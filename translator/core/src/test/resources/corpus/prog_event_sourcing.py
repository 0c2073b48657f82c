import asyncio
from collections import defaultdict
from dataclasses import dataclass, replace
from functools import reduce


@dataclass(frozen=True)
class Deposited:
    account: str
    amount: int


@dataclass(frozen=True)
class Withdrawn:
    account: str
    amount: int


@dataclass(frozen=True)
class State:
    balance: int = 0
    version: int = 0


def apply(state, event):
    match event:
        case Deposited(amount=a):
            return replace(state, balance=state.balance + a, version=state.version + 1)
        case Withdrawn(amount=a):
            return replace(state, balance=state.balance - a, version=state.version + 1)
        case _:
            raise TypeError(event)


class Store:
    def __init__(self):
        self.events = defaultdict(list)
        self.lock = asyncio.Lock()

    async def append(self, event, expected):
        async with self.lock:
            await asyncio.sleep(0)
            if len(self.events[event.account]) != expected:
                raise RuntimeError(f"conflict: expected {expected}, is {len(self.events[event.account])}")
            self.events[event.account].append(event)

    def state(self, account):
        return reduce(apply, self.events[account], State())


async def transfer(store, source, target, amount):
    for attempt in range(3):
        have = store.state(source)
        if have.balance < amount:
            return f"{source} has only {have.balance}"
        try:
            await store.append(Withdrawn(source, amount), have.version)
        except RuntimeError:
            continue
        await store.append(Deposited(target, amount), store.state(target).version)
        return f"moved {amount} after {attempt + 1}"
    return "gave up"


async def main():
    store = Store()
    await store.append(Deposited("ann", 100), 0)
    results = await asyncio.gather(transfer(store, "ann", "bob", 30), transfer(store, "ann", "cyd", 50), transfer(store, "ann", "bob", 40))
    for r in results:
        print(r)
    for name in ("ann", "bob", "cyd"):
        print(name, store.state(name))


asyncio.run(main())
