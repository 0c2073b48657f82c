import weft

class InsufficientFunds(Exception):
    def __init__(self, account, missing):
        super().__init__(f"account {account} lacks {missing:.2f}")
        self.account = account
        self.missing = missing

class Bank(weft.Node):
    """Keeps accounts in the session's state."""

    def process(self, order):
        match order:
            case {"op": "deposit", "account": str(account), "amount": int() | float() as amount} if amount > 0:
                balance = self.state.get(account, 0) + amount
            case {"op": "withdraw", "account": str(account), "amount": int() | float() as amount}:
                balance = self.state.get(account, 0) - amount
                if balance < 0:
                    raise InsufficientFunds(account, -balance)
            case {"op": "close", "account": account}:
                return {"account": account, "closed": self.state.pop(account)}
            case {"op": op}:
                raise ValueError(f"unknown operation {op!r}")
            case _:
                raise TypeError(f"an order is a dict with 'op', not {order!r}")
        self.state[account] = balance
        return {"account": account, "balance": round(balance, 2)}
