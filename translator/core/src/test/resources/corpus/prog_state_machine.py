import asyncio
from enum import Enum, auto


class State(Enum):
    IDLE = auto()
    CONNECTING = auto()
    CONNECTED = auto()
    FAILED = auto()
    CLOSED = auto()


class InvalidTransition(Exception):
    pass


class Connection:
    TRANSITIONS = {
        State.IDLE: {State.CONNECTING, State.CLOSED},
        State.CONNECTING: {State.CONNECTED, State.FAILED},
        State.CONNECTED: {State.CLOSED, State.FAILED},
        State.FAILED: {State.CONNECTING, State.CLOSED},
        State.CLOSED: set(),
    }

    def __init__(self, name, failures=0):
        self.name = name
        self.state = State.IDLE
        self.failures = failures
        self.listeners = []
        self.attempts = 0

    def subscribe(self, listener):
        self.listeners.append(listener)
        return lambda: self.listeners.remove(listener)

    def _move(self, new):
        if new not in self.TRANSITIONS[self.state]:
            raise InvalidTransition(f"{self.name}: {self.state.name} -> {new.name}")
        old, self.state = self.state, new
        for listener in list(self.listeners):
            listener(self, old, new)

    async def connect(self):
        self._move(State.CONNECTING)
        self.attempts += 1
        await asyncio.sleep(0.01 * self.attempts)
        if self.attempts <= self.failures:
            self._move(State.FAILED)
            raise ConnectionError(f"attempt {self.attempts} failed")
        self._move(State.CONNECTED)

    def close(self):
        self._move(State.CLOSED)

    async def __aenter__(self):
        while True:
            try:
                await self.connect()
                return self
            except ConnectionError as e:
                print("retry:", e)
                if self.attempts >= 3:
                    raise

    async def __aexit__(self, exc_type, exc, tb):
        self.close()
        return exc_type is KeyError


async def main():
    log = []
    c = Connection("db", failures=2)
    unsubscribe = c.subscribe(lambda conn, old, new: log.append(f"{old.name}->{new.name}"))
    async with c as conn:
        print(conn.state, conn is c)
        raise KeyError("suppressed")
    print(log)
    unsubscribe()
    try:
        await c.connect()
    except InvalidTransition as e:
        print(e)
    try:
        async with Connection("bad", failures=9):
            print("never")
    except ConnectionError as e:
        print("gave up:", e)
    print([s.name.lower() for s in State if s.value % 2])


asyncio.run(main())
