"""What a node is written with, for editors and type checkers."""

from collections.abc import AsyncIterator, Iterable, Iterator, Mapping
from logging import Logger
from typing import Any

__all__ = [
    "ConfigError",
    "Item",
    "ItemError",
    "Node",
    "NodeError",
    "Param",
    "StateError",
    "Stream",
    "Tensor",
    "current_item",
    "log",
]

log: Logger
"""A logger that reaches the host's, with the node's id."""

class NodeError(Exception):
    """The root of these errors; its message is shown without the name of the class."""

class ConfigError(NodeError):
    """A param of the node is wrong; raise it in `initialize`."""

class ItemError(NodeError):
    """An item cannot be handled; what happens then says the node's policy."""

class StateError(NodeError):
    """The state of the session is full, or was given what it cannot keep."""

class Param:
    """The declaration of one param: its type, and what it is where it is left out.

    Without a default a param must be given, unless `optional` says otherwise.
    """

    type: Any
    default: Any
    optional: bool
    doc: str
    choices: tuple[Any, ...]
    min: float | None
    max: float | None
    def __init__(
        self,
        type: Any = ...,
        *,
        default: Any = ...,
        optional: bool = ...,
        doc: str = ...,
        choices: Iterable[Any] = ...,
        min: float | None = ...,
        max: float | None = ...,
    ) -> None: ...
    @property
    def has_default(self) -> bool: ...

class Item:
    """Which item a node is at work on; `index` counts the items of this node from 0."""

    index: int
    node: str
    session: str
    def __init__(self, index: int, node: str, session: str) -> None: ...

class Stream:
    """The items that reach a streaming node: `async for item in stream`."""

    def __aiter__(self) -> AsyncIterator[Any]: ...
    async def __anext__(self) -> Any: ...

class State:
    """What a node keeps in one session: names and values, as JSON has them."""

    def __getitem__(self, key: str) -> Any: ...
    def __setitem__(self, key: str, value: Any) -> None: ...
    def __delitem__(self, key: str) -> None: ...
    def __contains__(self, key: str) -> bool: ...
    def __len__(self) -> int: ...
    def get(self, key: str, default: Any = ...) -> Any: ...
    def setdefault(self, key: str, default: Any) -> Any: ...
    def pop(self, key: str, *default: Any) -> Any: ...

class Node:
    """The base of all nodes; one object for one node in one run.

    Override `process` in one of these forms, which the host tells apart by the code:

    - `def process(self, item)` or `async def process(self, item)`: returns what becomes of the
      item, `None` to drop it;
    - `def process(self, item)` that yields: any number of results for an item;
    - `async def process(self, stream)` that yields: sees the whole stream;
    - `def produce(self)` or `async def produce(self)` that yields, in place of `process`: a source.

    `flush()` may return, or yield, what is left once there are no more items.
    """

    params: Mapping[str, Any] | None
    id: str
    session: str
    config: dict[str, Any]
    state: State
    log: Logger
    def initialize(self) -> Any:
        """Called once before the first item; may be `async`."""

    def cleanup(self) -> Any:
        """Called once after the last item, whatever happened; may be `async`."""

class Tensor:
    """An array of numbers: bytes with a type and a shape."""

    dtype: str
    shape: tuple[int, ...]
    byteorder: str
    def __init__(
        self,
        dtype: str,
        shape: Iterable[int],
        data: Any,
        order: str = ...,
        byteorder: str = ...,
    ) -> None: ...
    @classmethod
    def from_list(cls, values: Any, dtype: str = ..., byteorder: str = ...) -> Tensor: ...
    @classmethod
    def from_array(cls, array: Any) -> Tensor: ...
    @classmethod
    def from_json(cls, fields: Mapping[str, Any]) -> Tensor: ...
    @property
    def ndim(self) -> int: ...
    @property
    def size(self) -> int: ...
    @property
    def itemsize(self) -> int: ...
    @property
    def nbytes(self) -> int: ...
    @property
    def order(self) -> str: ...
    @property
    def T(self) -> Tensor: ...
    def __len__(self) -> int: ...
    def __getitem__(self, index: Any) -> Any: ...
    def __setitem__(self, index: Any, value: Any) -> None: ...
    def __iter__(self) -> Iterator[Any]: ...
    def item(self) -> Any: ...
    def tolist(self) -> Any: ...
    def tobytes(self) -> bytes: ...
    def reshape(self, *shape: Any) -> Tensor: ...
    def to_json(self) -> dict[str, Any]: ...

def current_item() -> Item:
    """The item that is being handled; raises NodeError where there is none."""
