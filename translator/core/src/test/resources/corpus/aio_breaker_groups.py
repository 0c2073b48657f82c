"""A retrying client with circuit breaker, jitter and timeouts."""
import asyncio
import enum
import functools
import random
import time
from typing import Any, Awaitable, Callable, ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


class State(enum.StrEnum):
    CLOSED = enum.auto()
    OPEN = enum.auto()
    HALF_OPEN = enum.auto()


class CircuitOpen(ConnectionError):
    pass


class Breaker:
    def __init__(self, threshold: int = 3, reset: float = 0.05, *, clock: Callable[[], float] = time.monotonic):
        self.threshold, self.reset = threshold, reset
        self._clock = clock
        self._failures = 0
        self._opened_at: float | None = None
        self.transitions: list[tuple[State, State]] = []
        self._state = State.CLOSED

    @property
    def state(self) -> State:
        if self._state is State.OPEN and self._clock() - self._opened_at >= self.reset:
            self.state = State.HALF_OPEN
        return self._state

    @state.setter
    def state(self, value: State) -> None:
        if value is not self._state:
            self.transitions.append((self._state, value))
            self._state = value

    def __call__(self, fn: Callable[P, Awaitable[T]]) -> Callable[P, Awaitable[T]]:
        @functools.wraps(fn)
        async def wrapper(*args: P.args, **kwargs: P.kwargs) -> T:
            if self.state is State.OPEN:
                raise CircuitOpen(f"{fn.__name__} is {self.state}")
            try:
                result = await fn(*args, **kwargs)
            except (OSError, asyncio.TimeoutError):
                self._failures += 1
                if self._failures >= self.threshold or self._state == State.HALF_OPEN:
                    self._opened_at = self._clock()
                    self.state = State.OPEN
                raise
            self._failures = 0
            self.state = State.CLOSED
            return result

        return wrapper


def retry(*exceptions, attempts=3, base=0.001, jitter=lambda: 0):
    exceptions = exceptions or (Exception,)

    def decorate(fn):
        @functools.wraps(fn)
        async def inner(*args, **kwargs):
            errors = []
            for n in range(attempts):
                try:
                    return await fn(*args, **kwargs)
                except exceptions as e:
                    errors.append(e)
                    e.add_note(f"attempt {n + 1} of {attempts}")
                    await asyncio.sleep(base * 2**n + jitter())
            raise ExceptionGroup(f"{fn.__name__}{args} failed {len(errors)} times", errors)

        inner.attempts = attempts
        return inner

    return decorate


class FakeClock:
    def __init__(self):
        self.now = 0.0

    def __call__(self):
        return self.now


clock = FakeClock()
breaker = Breaker(threshold=3, reset=10, clock=clock)
rng = random.Random(42)
script = iter(["ok", "slow", "reset", "ok", "reset", "reset", "reset", "reset", "ok", "ok", "bug"])


@breaker
async def call(what: int) -> str:
    """Call the remote."""
    outcome = next(script)
    match outcome:
        case "ok":
            return f"ok({what})"
        case "slow":
            async with asyncio.timeout(0.005):
                await asyncio.sleep(1)
        case "reset":
            raise ConnectionResetError(104, "Connection reset by peer")
    raise ValueError(f"bug in call {what}")


@retry(OSError, TimeoutError, attempts=2, jitter=lambda: rng.uniform(0, 0.001))
async def robust(what):
    return await call(what)


async def main():
    print(call.__name__, call.__doc__, robust.__name__, robust.attempts)
    for i in range(6):
        try:
            print(i, await robust(i), breaker.state)
        except* CircuitOpen as eg:
            print(i, "open:", [str(e) for e in eg.exceptions], breaker.state.upper())
            clock.now += 6
        except* (OSError, TimeoutError) as eg:
            print(i, "failed:", eg.message, [(type(e).__name__, e.__notes__) for e in eg.exceptions])
        except* ValueError as eg:
            print(i, "value:", eg.exceptions)
    print(" ".join(f"{a.value}->{b.value}" for a, b in breaker.transitions))
    print(repr(State.OPEN), State("open") is State.OPEN, [s.name for s in State])
    print(isinstance(CircuitOpen(), OSError), CircuitOpen.__mro__[1].__name__)


asyncio.run(main())
