import weft


class RunningTotals(weft.Node):
    """Adds up amounts by account, from run to run of a session."""

    def process(self, item):
        account, amount = item["account"], item["amount"]
        if isinstance(amount, bool) or not isinstance(amount, (int, float)):
            raise TypeError(f"an amount is a number, not {type(amount).__name__}")
        total = self.state.get(account, 0) + amount
        if total < 0:
            raise weft.ItemError(f"{account} has {total - amount}, {-amount} cannot be taken")
        self.state[account] = total
        return {"account": account, "total": total, "accounts": len(self.state)}
