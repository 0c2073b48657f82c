from __future__ import annotations

import itertools
from abc import ABC, abstractmethod
from collections import defaultdict
from datetime import date, timedelta
from decimal import Decimal


class LedgerError(Exception):
    """Base of what may go wrong here."""


class InsufficientFunds(LedgerError):
    def __init__(self, account: Account, amount: Decimal) -> None:
        self.account = account
        self.amount = amount
        super().__init__(f"{account.owner} has {account.balance}, needs {amount}")


class Account(ABC):
    _ids = itertools.count(1000)

    def __init__(self, owner: str, balance: Decimal | str = "0") -> None:
        self.id = next(self._ids)
        self.owner = owner
        self._balance = Decimal(balance)

    @property
    def balance(self) -> Decimal:
        return self._balance

    @balance.setter
    def balance(self, value: Decimal) -> None:
        if value < self.floor():
            raise InsufficientFunds(self, self._balance - value)
        self._balance = value

    @abstractmethod
    def floor(self) -> Decimal: ...

    def monthly(self) -> Decimal:
        return Decimal(0)

    def __repr__(self) -> str:
        return f"{self.__class__.__name__}#{self.id}({self.owner}: {self.balance:.2f})"


class Checking(Account):
    def __init__(self, owner: str, balance: Decimal | str = "0", overdraft: int = 100) -> None:
        super().__init__(owner, balance)
        self.overdraft = overdraft

    def floor(self) -> Decimal:
        return Decimal(-self.overdraft)


class Savings(Account):
    rate = Decimal("0.03")

    def floor(self) -> Decimal:
        return Decimal(0)

    def monthly(self) -> Decimal:
        return (self.balance * self.rate / 12).quantize(Decimal("0.01"))


class Ledger:
    def __init__(self, start: date) -> None:
        self.today = start
        self.entries: list[tuple[date, int, Decimal, str]] = []

    def transfer(self, source: Account, target: Account, amount: str | Decimal, note: str = "") -> bool:
        amount = Decimal(amount)
        if amount <= 0:
            raise LedgerError(f"bad amount: {amount}")
        source.balance -= amount
        target.balance += amount
        self.entries.append((self.today, source.id, -amount, note))
        self.entries.append((self.today, target.id, +amount, note))
        return True

    def pass_days(self, days: int, *accounts: Account) -> None:
        for _ in range(days):
            self.today += timedelta(days=1)
            if self.today.day == 1:
                for account in accounts:
                    if interest := account.monthly():
                        account.balance += interest
                        self.entries.append((self.today, account.id, interest, "interest"))

    def statement(self) -> dict[int, list[str]]:
        result: dict[int, list[str]] = defaultdict(list)
        for day, account, amount, note in self.entries:
            result[account].append(f"{day:%m-%d} {amount:+.2f} {note}".rstrip())
        return dict(result)


def main() -> None:
    ledger = Ledger(date(2024, 1, 15))
    ann = Checking("ann", "500")
    bob = Checking("bob", overdraft=0)
    nest = Savings("ann", "1200")
    ledger.transfer(ann, bob, "120.50", "rent")
    ledger.transfer(ann, nest, "300")
    ledger.pass_days(50, ann, bob, nest)
    for source, target, amount in [(bob, ann, "200"), (ann, bob, "-5"), (nest, bob, "9999")]:
        try:
            ledger.transfer(source, target, amount)
        except InsufficientFunds as e:
            print("refused:", e, "| short:", e.amount + e.account.floor() - e.account.balance)
        except LedgerError as e:
            print("error:", e)
    print(ann, bob, nest)
    for account, lines in ledger.statement().items():
        print(account)
        for line in lines:
            print("   ", line)
    try:
        Account("nobody")
    except TypeError as e:
        print(e)


main()
