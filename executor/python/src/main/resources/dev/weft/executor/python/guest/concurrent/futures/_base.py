"""The names that the standard library takes from here."""

from concurrent.futures import (  # noqa: F401
    CancelledError,
    Error,
    Future,
    InvalidStateError,
    TimeoutError,
)

PENDING = "PENDING"
RUNNING = "RUNNING"
CANCELLED = "CANCELLED"
CANCELLED_AND_NOTIFIED = "CANCELLED_AND_NOTIFIED"
FINISHED = "FINISHED"
