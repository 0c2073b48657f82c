"""What a node is written with: see the author's guide, docs/python-nodes.md."""

from weft._node import Item, Node, Param, Stream, current_item
from weft._errors import ConfigError, ItemError, NodeError, StateError
from weft._host import log
from weft._tensor import Tensor

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
