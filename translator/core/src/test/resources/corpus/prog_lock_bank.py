import asyncio
from contextlib import asynccontextmanager


class InsufficientFunds(Exception):
    def __init__(self, account, needed):
        super().__init__(account, needed)
        self.account = account
        self.needed = needed

    def __str__(self):
        return f"{self.account.owner} lacks {self.needed - self.account.balance}"


class Account:
    _next_id = 1

    def __init__(self, owner, balance=0):
        self.id = Account._next_id
        Account._next_id += 1
        self.owner = owner
        self.balance = balance
        self.lock = asyncio.Lock()
        self.history = []

    def __repr__(self):
        return f"<{self.owner}: {self.balance}>"

    def __lt__(self, other):
        return self.id < other.id


@asynccontextmanager
async def locked(*accounts):
    taken = []
    try:
        for account in sorted(accounts):
            await account.lock.acquire()
            taken.append(account)
        yield accounts
    finally:
        for account in reversed(taken):
            account.lock.release()


async def transfer(src, dst, amount, delay=0.0):
    async with locked(src, dst) as (s, d):
        if s.balance < amount:
            raise InsufficientFunds(s, amount)
        await asyncio.sleep(delay)
        s.balance -= amount
        d.balance += amount
        s.history.append(("out", amount, d.owner))
        d.history.append(("in", amount, s.owner))
        return s.balance


async def main():
    a, b = Account("ann", 100), Account("bob", 50)
    results = await asyncio.gather(
        transfer(a, b, 30, 0.02),
        transfer(b, a, 70, 0.01),
        transfer(a, b, 500),
        transfer(b, a, 10),
        return_exceptions=True,
    )
    for r in results:
        print(type(r).__name__, r)
    print(a, b, a.balance + b.balance)
    print(a.history)
    print([acc.lock.locked() for acc in (a, b)])


asyncio.run(main())
