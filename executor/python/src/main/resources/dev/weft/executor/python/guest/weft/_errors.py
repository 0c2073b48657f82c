"""The errors that a node may raise to say whose fault it was."""


class NodeError(Exception):
    """The root of these errors; its message is shown without the name of the class."""


class ConfigError(NodeError):
    """A param of the node is wrong; raise it in `initialize`."""


class ItemError(NodeError):
    """An item cannot be handled; what happens then says the node's policy."""


class StateError(NodeError):
    """The state of the session is full, or was given what it cannot keep."""
