import asyncio
from collections import defaultdict


class InsufficientFunds(Exception):
    pass


class Account:
    def __init__(self, owner, balance=0):
        self.owner = owner
        self.balance = balance
        self.lock = asyncio.Lock()
        self.history = []

    async def deposit(self, amount):
        async with self.lock:
            await asyncio.sleep(0)
            self.balance += amount
            self.history.append(("deposit", amount))

    async def withdraw(self, amount):
        async with self.lock:
            if amount > self.balance:
                raise InsufficientFunds(f"{self.owner} has {self.balance}, needs {amount}")
            await asyncio.sleep(0)
            self.balance -= amount
            self.history.append(("withdraw", amount))


async def transfer(a, b, amount):
    await a.withdraw(amount)
    await b.deposit(amount)
    return amount


async def main():
    ann, bob = Account("ann", 100), Account("bob")
    results = await asyncio.gather(
        transfer(ann, bob, 60), transfer(ann, bob, 60), transfer(bob, ann, 10), return_exceptions=True
    )
    for r in results:
        print(r if not isinstance(r, Exception) else f"{type(r).__name__}: {r}")
    print(ann.balance, bob.balance, ann.balance + bob.balance)
    by_kind = defaultdict(int)
    for kind, amount in ann.history + bob.history:
        by_kind[kind] += amount
    print(dict(by_kind))


asyncio.run(main())
