"""What the code of a node says of itself."""

import inspect

from weft._node import Node, Param
from weft._plain import plain


class Kind:
    """What a node's code says about it."""

    def __init__(self, cls):
        self.cls = cls
        produce = getattr(cls, "produce", None)
        process = getattr(cls, "process", None)
        self.flushes = hasattr(cls, "flush")
        self.expanding = False
        self.is_async = False
        self.place = _place(process if produce is None else produce)
        self.initializes = _overrides(cls, "initialize")
        self.cleans = _overrides(cls, "cleanup")
        if produce is not None:
            self.form = "source"
            if not (inspect.isgeneratorfunction(produce) or inspect.isasyncgenfunction(produce)):
                raise TypeError(f"{cls.__name__}.produce must yield what it produces")
        elif process is None:
            raise TypeError(f"{cls.__name__} has no process(self, item), nor produce(self)")
        elif inspect.isasyncgenfunction(process):
            self.form = "streaming"
        else:
            self.form = "streaming" if self.flushes else "function"
            self.expanding = inspect.isgeneratorfunction(process)
            self.is_async = inspect.iscoroutinefunction(process)
        if process is not None and produce is None:
            _check_arguments(cls, process)

    def described(self):
        return (
            "node",
            self.form,
            self.expanding,
            self.is_async,
            inspect.cleandoc(self.cls.__doc__ or ""),
            _described(self.cls),
        )


def _overrides(cls, method):
    return getattr(cls, method, None) is not getattr(Node, method)


def _place(method):
    """(file, line, name) of what gives the results, for errors that have no place of their own."""
    code = getattr(inspect.unwrap(method), "__code__", None) if method else None
    if code is None or code.co_filename.startswith("/guest/"):
        return ("", 0, "")
    return (code.co_filename, code.co_firstlineno, code.co_name)


def _check_arguments(cls, process):
    try:
        inspect.signature(process).bind(None, None)
    except TypeError as error:
        raise TypeError(f"{cls.__name__}.process takes (self, item), or (self, stream): {error}")


_KINDS = {bool: "boolean", int: "integer", float: "number", str: "string", list: "list", dict: "object"}


def _described(cls):
    if cls.params is None:
        return None
    described = []
    for name, param in cls.params.items():
        if not isinstance(param, Param):
            param = Param(param)
        kind = _KINDS.get(param.type, "any")
        described.append(
            (
                name,
                kind,
                not (param.optional or param.has_default),
                param.has_default,
                plain(param.default, f"the default of {name}") if param.has_default else None,
                param.doc,
                [str(each) for each in param.choices],
                param.min,
                param.max,
            )
        )
    return described
