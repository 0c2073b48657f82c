from enum import Enum, auto
import weft

class State(Enum):
    IDLE = auto()
    RUNNING = auto()
    DONE = auto()

    @property
    def final(self):
        return self is State.DONE

TRANSITIONS = {
    (State.IDLE, "start"): State.RUNNING,
    (State.RUNNING, "pause"): State.IDLE,
    (State.RUNNING, "finish"): State.DONE,
}

class Machine(weft.Node):
    def initialize(self):
        self.current = State.IDLE
        self.history = []

    def process(self, event):
        try:
            new = TRANSITIONS[self.current, event]
        except KeyError:
            raise weft.ItemError(f"{event!r} is not allowed in {self.current.name}") from None
        self.history.append((self.current.name, event))
        self.current = new
        return {"state": new.name, "value": new.value, "final": new.final, "repr": f"{new!r} {new}"}

    def flush(self):
        return self.history
