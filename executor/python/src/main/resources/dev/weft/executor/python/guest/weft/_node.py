"""The classes of the author's side."""

import logging

from weft._errors import NodeError

_MISSING = object()


class Param:
    """The declaration of one param: its type, and what it is where it is left out.

    >>> params = {"factor": Param(float, default=2.0, doc="What to multiply by.")}

    Without a default a param must be given, unless `optional` says otherwise.
    """

    __slots__ = ("type", "default", "optional", "doc", "choices", "min", "max")

    def __init__(
        self, type=object, *, default=_MISSING, optional=False, doc="", choices=(), min=None, max=None
    ):
        self.type = type
        self.default = default
        self.optional = optional
        self.doc = doc
        self.choices = tuple(choices)
        self.min = min
        self.max = max

    @property
    def has_default(self):
        return self.default is not _MISSING


class Item:
    """Which item a node is at work on.

    `index` counts the items of this node in this run, from 0; `node` and `session` are ids.
    """

    __slots__ = ("index", "node", "session")

    def __init__(self, index, node, session):
        self.index = index
        self.node = node
        self.session = session

    def __repr__(self):
        return f"Item(index={self.index}, node={self.node!r}, session={self.session!r})"


class Stream:
    """The items that reach a streaming node: `async for item in stream`."""

    def __aiter__(self):
        return self

    async def __anext__(self):
        raise NotImplementedError


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

    #: The params by name, each a type or a `Param`; None lets the node take any.
    params = None

    #: The node's id in the pipeline.
    id = ""

    #: The session of the run.
    session = ""

    #: The params as given, with the defaults of those that were left out.
    config = {}

    #: What the node keeps in its session, beyond the end of the run.
    state = None

    #: A logger that reaches the host's, with the node's id.
    log = logging.getLogger("weft")

    def initialize(self):
        """Called once before the first item; may be `async`."""

    def cleanup(self):
        """Called once after the last item, whatever happened; may be `async`."""


def current_item():
    """The item that is being handled, as an `Item`.

    Raises NodeError where there is none, as in `initialize`. For a streaming node it is the item
    taken last.
    """
    from weft._host import item_in_work

    item = item_in_work()
    if item is None:
        raise NodeError("no item is in work here; call current_item() in process()")
    return item
