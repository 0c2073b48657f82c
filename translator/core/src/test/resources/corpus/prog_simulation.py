import asyncio
import random


class Account:
    def __init__(self, owner, balance=0.0):
        self.owner = owner
        self.balance = balance
        self.history = []

    def deposit(self, amount):
        if amount <= 0:
            raise ValueError("amount must be positive")
        self.balance += amount
        self.history.append(("deposit", amount))

    def withdraw(self, amount):
        if amount > self.balance:
            raise InsufficientFunds(self.owner, amount - self.balance)
        self.balance -= amount
        self.history.append(("withdraw", amount))


class InsufficientFunds(Exception):
    def __init__(self, owner, missing):
        self.owner = owner
        self.missing = missing
        super().__init__(f"{owner} lacks {missing:.2f}")


async def transfer(src, dst, amount):
    src.withdraw(amount)
    await asyncio.sleep(0)
    dst.deposit(amount)


async def main():
    random.seed(7)
    accounts = [Account(n, 100.0) for n in ("ann", "bob", "cid")]
    failed = 0
    for i in range(20):
        a, b = random.sample(accounts, 2)
        amount = round(random.uniform(5, 80), 2)
        try:
            await transfer(a, b, amount)
        except InsufficientFunds as e:
            failed += 1
            print(f"#{i}: {e}")
    for acc in accounts:
        print(f"{acc.owner}: {acc.balance:8.2f} ({len(acc.history)} entries)")
    print("failed", failed, "total", round(sum(a.balance for a in accounts), 2))


asyncio.run(main())
