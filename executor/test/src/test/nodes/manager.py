from contextlib import contextmanager

import weft


class Transaction:
    def __init__(self, log):
        self.log = log
        self.changes = {}

    def __enter__(self):
        self.log.append("begin")
        return self

    def __exit__(self, kind, error, trace):
        if kind is None:
            self.log.append("commit")
        elif issubclass(kind, KeyError):
            self.log.append(f"ignored {error}")
            return True
        else:
            self.log.append(f"rollback: {kind.__name__}")
        if "poison" in self.changes:
            raise RuntimeError("the commit failed")

    def set(self, key, value):
        if not isinstance(key, str):
            raise TypeError(f"keys are texts, not {type(key).__name__}")
        self.changes[key] = value


@contextmanager
def timed(name, log):
    log.append(f"start {name}")
    try:
        yield len(log)
    except ZeroDivisionError as error:
        raise ArithmeticError(f"{name}: {error}") from error
    finally:
        log.append(f"end {name}")


class Store(weft.Node):
    """Changes in transactions."""

    def process(self, item):
        log = []
        try:
            with timed("outer", log), Transaction(log) as transaction:
                for key, value in item["changes"]:
                    transaction.set(key, 10 / value)
                if "read" in item:
                    log.append(transaction.changes[item["read"]])
        finally:
            if item.get("last"):
                log.append(item["last"] + 1)
        return log
