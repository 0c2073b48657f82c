import math

import weft


class Escaped(Exception):
    """An error of one's own."""

    def __init__(self, animal, *, cage):
        super().__init__(animal, cage)
        self.animal = animal
        self.cage = cage

    def __str__(self):
        return f"{self.animal} left cage {self.cage}"


class Quiet(Exception):
    """An error without a text."""


class ErrorZoo(weft.Node):
    """Raises what the item names, each in its usual way; other items pass."""

    def process(self, item):
        visit = getattr(self, f"visit_{item}", None)
        return item if visit is None else visit()

    def visit_key(self):
        return {"a": 1}["b"]

    def visit_index(self):
        return [1, 2, 3][7]

    def visit_zero(self):
        return 1 / 0

    def visit_modulo(self):
        return 7 % 0

    def visit_type(self):
        return "1" + 1

    def visit_value(self):
        return int("twelve")

    def visit_unpack(self):
        a, b = [1, 2, 3]
        return a + b

    def visit_none(self):
        return {"a": "x"}.get("b").upper()

    def visit_call(self):
        return (lambda a: a)()

    def visit_assertion(self):
        assert 1 > 2, "one is not more than two"

    def visit_unicode(self):
        return b"\xff\xfe".decode("utf-8")

    def visit_overflow(self):
        return math.exp(10_000)

    def visit_own(self):
        raise Escaped("the lion", cage=7)

    def visit_quiet(self):
        raise Quiet

    def visit_chained(self):
        try:
            self.visit_key()
        except KeyError as error:
            raise RuntimeError("the keeper stumbled") from error

    def visit_in_handler(self):
        try:
            self.visit_zero()
        except ZeroDivisionError:
            return {}["in the handler"]

    def visit_reraised(self):
        try:
            self.visit_value()
        except ValueError:
            raise

    def visit_finally(self):
        try:
            self.visit_index()
        finally:
            self.seen = True

    def visit_not_implemented(self):
        raise NotImplementedError("this animal is not there yet")

    def visit_stop(self):
        return next(iter([]))

    def visit_timeout(self):
        raise TimeoutError("the feeding took too long")

    def visit_group(self):
        raise ExceptionGroup("two at once", [ValueError("one"), KeyError("two")])

    def visit_local(self):
        if self.id == "":
            unset = 1
        return unset

    def visit_lookup(self):
        raise LookupError("nothing there", 3)

    def visit_item(self):
        raise weft.ItemError("this animal is ill")

    def visit_nested(self):
        return self.first(3)

    def first(self, depth):
        return self.first(depth - 1) if depth else self.visit_type()
