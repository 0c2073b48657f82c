"""Nodes that come with Weft in Python too; they give what those in Java give."""

import itertools
import math

from weft import ConfigError, ItemError, Node, Param


def _show(item):
    if isinstance(item, str):
        text = f'string "{item}"'
    elif isinstance(item, bool):
        text = "boolean " + str(item).lower()
    else:
        text = "null" if item is None else str(item)
    return text if len(text) <= 70 else text[:70] + "…"


def _number(item):
    if type(item) in (int, float) and math.isfinite(item):
        return item
    raise ItemError("expected a finite number, got " + _show(item))


def _result(number):
    if isinstance(number, float) and not math.isfinite(number):
        raise ItemError("the result is too large for a float")
    return number


def _object(item):
    if not isinstance(item, dict):
        raise ItemError("expected an object, got " + _show(item))
    return item


class PassThroughNode(Node):
    """Gives each item on as it is."""

    params = {}

    def process(self, item):
        return item


class EchoNode(Node):
    """Gives each item as `input`, with a running `counter` from 1 and the id of the `node`."""

    params = {}

    def initialize(self):
        self.counter = 0

    def process(self, item):
        self.counter += 1
        return {"input": item, "counter": self.counter, "node": self.id}


class MultiplyNode(Node):
    """Multiplies each number by a factor; integers stay exact."""

    params = {"factor": Param(float, doc="What each number is multiplied by.")}

    def process(self, item):
        return _result(_number(item) * self.config["factor"])


class AddNode(Node):
    """Adds a number to each number; integers stay exact."""

    params = {"addend": Param(float, doc="What is added to each number.")}

    def process(self, item):
        return _result(_number(item) + self.config["addend"])


class CalculatorNode(Node):
    """Applies one operation of arithmetic to each number; integers stay exact."""

    params = {
        "operation": Param(
            str,
            choices=("add", "subtract", "multiply", "divide", "modulo", "power"),
            doc="What is done with each number, on the left, and the operand, on the right.",
        ),
        "operand": Param(float, doc="The number on the right."),
    }

    def initialize(self):
        self.operation = getattr(self, self.config["operation"])

    def process(self, item):
        try:
            return _result(self.operation(_number(item), self.config["operand"]))
        except OverflowError:
            raise ItemError("the result is too large for a float") from None

    def add(self, a, b):
        return a + b

    def subtract(self, a, b):
        return a - b

    def multiply(self, a, b):
        return a * b

    def divide(self, a, b):
        self.check(a, b)
        if isinstance(a, int) and isinstance(b, int) and a % b == 0:
            return a // b
        return a / b

    def modulo(self, a, b):
        self.check(a, b)
        return a % b

    def check(self, a, b):
        if b == 0:
            raise ItemError(f"division by zero: {a} by {b}")

    def power(self, a, b):
        if isinstance(a, int) and isinstance(b, int) and b >= 0:
            if abs(a) > 1 and a.bit_length() * b > 1_000_000:
                raise ItemError(f"power too large: {a} to the {b}; at most 1000000 bits")
            return a**b
        if a == 0 and b < 0 or a < 0 and not float(b).is_integer():
            raise ItemError(f"no such power: {a} to the {b}")
        return float(a) ** b


class TextProcessorNode(Node):
    """Applies `operations` to the `text` of each object, or to each string."""

    params = {
        "operations": Param(
            list, optional=True, doc="What is done with a text that does not say it itself."
        )
    }

    OPERATIONS = {
        "uppercase": str.upper,
        "lowercase": str.lower,
        "title_case": str.title,
        "reverse": lambda text: text[::-1],
        "word_count": lambda text: len(text.split()),
        "char_count": len,
        "remove_spaces": lambda text: text.replace(" ", ""),
        "first_word": lambda text: (text.split() or [""])[0],
        "last_word": lambda text: (text.split() or [""])[-1],
    }

    def initialize(self):
        self.always = self.config.get("operations", [])
        for operation in self.always:
            if not isinstance(operation, str):
                raise ConfigError(
                    f"operations: expected a string, got {_show(operation)};"
                    " write the name of an operation in quotes"
                )
        self.processed_by = f"TextProcessorNode[{self.id}]"

    def process(self, item):
        if isinstance(item, dict):
            text, operations = item.get("text"), item.get("operations")
        else:
            text, operations = item, None
        if not isinstance(text, str):
            raise ItemError("expected a string, or an object with a string `text`, got " + _show(item))
        if operations is None:
            operations = self.always
        elif not isinstance(operations, list):
            raise ItemError("expected a list of `operations`, got " + _show(operations))
        results = {}
        known = self.OPERATIONS
        for name in operations:
            if name in known:
                results[name] = known[name](text)
            elif isinstance(name, str):
                results[name] = "Unknown operation: " + name
            else:
                raise ItemError("expected the name of an operation, got " + _show(name))
        return {
            "original_text": text,
            "operations": operations,
            "results": results,
            "processed_by": self.processed_by,
            "node_config": self.config,
        }


class BatchNode(Node):
    """Gathers items into lists of a size; at the end the rest makes a shorter one."""

    params = {"size": Param(int, min=1, max=1_000_000, doc="How many items make a list.")}

    async def process(self, stream):
        batch = []
        async for item in stream:
            batch.append(item)
            if len(batch) == self.config["size"]:
                yield batch
                batch = []
        if batch:
            yield batch


class BufferNode(BatchNode):
    """The same as BatchNode."""


class CounterNode(Node):
    """Gives each item as `item` with its number in the session as `count`, from 1."""

    params = {}

    def process(self, item):
        count = self.state["count"] = self.state.get("count", 0) + 1
        return {"item": item, "count": count}


class ExpanderNode(Node):
    """Gives the elements of each list one by one, or with `count` each item so many times."""

    params = {
        "count": Param(
            int,
            min=0,
            max=1_000_000_000,
            optional=True,
            doc="How often each item is given; without it, items must be lists.",
        )
    }

    def process(self, item):
        if "count" in self.config:
            yield from itertools.repeat(item, self.config["count"])
        elif isinstance(item, list):
            yield from item
        else:
            raise ItemError(
                f"expected a list, got {_show(item)}; give `count` to repeat other items"
            )


class RangeGeneratorNode(Node):
    """A source of integers, as Python's range: from `start` to before `end`, by `step`."""

    params = {
        "start": Param(int, default=0, doc="The first integer."),
        "end": Param(int, optional=True, doc="Where to stop, itself left out; without it, the range is endless."),
        "step": Param(int, default=1, doc="From one integer to the next; not 0."),
    }

    def initialize(self):
        if self.config["step"] == 0:
            raise ConfigError("step: a range cannot go by 0; write a step above or below 0")

    def produce(self):
        if "end" in self.config:
            yield from range(self.config["start"], self.config["end"], self.config["step"])
        else:
            yield from itertools.count(self.config["start"], self.config["step"])


class FilterNode(Node):
    """Keeps the items that meet a condition, and drops the others."""

    params = {
        "field": Param(str, optional=True, doc="The field of an object that is looked at."),
        "operator": Param(
            str,
            default="eq",
            choices=("eq", "ne", "lt", "le", "gt", "ge", "contains", "exists"),
            doc="How it is compared with `value`; `exists` needs none.",
        ),
        "value": Param(optional=True, doc="What it is compared with."),
    }

    def initialize(self):
        self.field = self.config.get("field")
        self.test = getattr(self, self.config["operator"])
        exists = self.config["operator"] == "exists"
        if exists and self.field is None:
            raise ConfigError("operator: `exists` needs a field; give `field`")
        if not exists and "value" not in self.config:
            raise ConfigError(f"operator: `{self.config['operator']}` needs a value; give `value`")
        self.value = self.config.get("value")

    def process(self, item):
        met = item
        if self.field is not None:
            if not isinstance(item, dict):
                raise ItemError(
                    f"expected an object with the field '{self.field}', got {_show(item)}"
                )
            if self.field not in item:
                return None
            met = item[self.field]
        return item if self.test(met, self.value) else None

    def exists(self, met, value):
        return True

    def eq(self, met, value):
        return met == value and isinstance(met, bool) == isinstance(value, bool)

    def ne(self, met, value):
        return not self.eq(met, value)

    def ordered(self, met, value):
        numbers = type(met) in (int, float) and type(value) in (int, float)
        if not numbers and not (isinstance(met, str) and isinstance(value, str)):
            raise ItemError(f"cannot compare {_show(met)} with {_show(value)}")

    def lt(self, met, value):
        self.ordered(met, value)
        return met < value

    def le(self, met, value):
        self.ordered(met, value)
        return met <= value

    def gt(self, met, value):
        self.ordered(met, value)
        return met > value

    def ge(self, met, value):
        self.ordered(met, value)
        return met >= value

    def contains(self, met, value):
        if isinstance(met, str) and isinstance(value, str):
            return value in met
        if isinstance(met, list):
            return any(self.eq(each, value) for each in met)
        if isinstance(met, dict):
            return value in met
        raise ItemError(
            f"expected a string, a list or an object that may contain {_show(value)},"
            f" got {_show(met)}"
        )


class DataTransformNode(Node):
    """Changes the fields of each object: `select`, then `remove`, `rename` and `set`."""

    params = {
        "select": Param(list, optional=True, doc="The fields to keep, in this order; without it, all."),
        "remove": Param(list, default=[], doc="Fields to leave out."),
        "rename": Param(dict, default={}, doc="New names of fields, by their old ones."),
        "set": Param(dict, default={}, doc="Fields to add or replace, with their values."),
    }

    def process(self, item):
        fields = _object(item)
        config = self.config
        result = {}
        for name in config.get("select", fields):
            if name in fields and name not in config["remove"]:
                result[config["rename"].get(name, name)] = fields[name]
        result.update(config["set"])
        return result
