from enum import StrEnum

import weft


class State(StrEnum):
    NEW = "new"
    PAID = "paid"
    SENT = "sent"
    DONE = "done"
    CANCELLED = "cancelled"


TRANSITIONS = {
    (State.NEW, "pay"): State.PAID,
    (State.NEW, "cancel"): State.CANCELLED,
    (State.PAID, "send"): State.SENT,
    (State.PAID, "cancel"): State.CANCELLED,
    (State.SENT, "receive"): State.DONE,
}


class OrderStates(weft.Node):
    """Follows orders through their lives, from run to run; refuses what cannot happen."""

    def process(self, event):
        order, action = event["order"], event["action"]
        state = State(self.state.get(order, "new"))
        after = TRANSITIONS.get((state, action))
        if after is None:
            allowed = sorted(a for s, a in TRANSITIONS if s is state)
            hint = f"it can {' or '.join(allowed)}" if allowed else "it has ended"
            raise weft.ItemError(f"order {order} is {state} and cannot {action}; {hint}")
        if after in (State.DONE, State.CANCELLED):
            self.state.pop(order, None)
        else:
            self.state[order] = after.value
        return {"order": order, "from": state, "to": after}
