"""Nodes that work item by item."""

import asyncio
import contextvars
import json
import math

import weft


class SayNumber(weft.Node):
    """Says each number in words of its own."""

    params = {
        "suffix": weft.Param(str, default="", doc="What stands after each sentence."),
        "least": weft.Param(int, optional=True, doc="The least number that is said."),
    }

    def initialize(self):
        self.said = 0

    def process(self, item):
        if item == "boom":
            raise weft.ItemError(f"item {weft.current_item().index} booms")
        if "least" in self.config and item < self.config["least"]:
            return None
        kind = "even" if item % 2 == 0 else "odd"
        self.said += 1
        return f"{self.said}: {item} is {kind}{self.config['suffix']}"


class Fields(weft.Node):
    """Takes objects apart, and fails in the ways that objects do."""

    def process(self, item):
        total = sum(item["numbers"])
        mean = total / len(item["numbers"])
        return {
            "name": item["name"].upper(),
            "total": total,
            "mean": round(mean, 2),
            "root": math.sqrt(item.get("area", 4)),
            "text": json.dumps(item, sort_keys=True),
            "nested": {"none": None, "list": [1, [2.5, "x"], {}]},
        }


class Words(weft.Node):
    """Gives the words of each text."""

    params = {"least": int}

    def process(self, item):
        for word in item.split():
            if len(word) >= self.config["least"]:
                yield word.lower()


class Big(weft.Node):
    """Ints of any size, and floats that JSON does not have."""

    def process(self, item):
        return [item * item, item**3, float("inf"), -item, str(item), item // 7, item % 7]


class ReturnsSet(weft.Node):
    def process(self, item):
        return {item, item + 1}


class ReturnsObject(weft.Node):
    def process(self, item):
        return {"at": object()}


class ReturnsComplex(weft.Node):
    def process(self, item):
        yield item
        yield [1, {"at": 2j}]


class YieldsSet(weft.Node):
    async def process(self, stream):
        async for item in stream:
            yield item
            yield [{item}]


class Slow(weft.Node):
    async def process(self, item):
        before = weft.current_item().index
        await asyncio.sleep(item)
        return [item, before, weft.current_item().index]


class Remembers(weft.Node):
    seen = contextvars.ContextVar("seen", default=0)
    seen.set(1)

    def initialize(self):
        self.seen.set(self.seen.get() + 10)

    async def process(self, item):
        self.seen.set(self.seen.get() + item)
        await asyncio.sleep(item)
        return self.seen.get()
