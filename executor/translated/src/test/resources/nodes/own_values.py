import weft


class OwnValues(weft.Node):
    """Changes what it was given, and what it has given, at all depths."""

    def initialize(self):
        self.kept = []

    def process(self, item):
        inner = item["inner"]
        yield item
        inner["list"].append("later")
        yield item
        item["same"] = inner["list"]
        inner["list"][0] = {"n": len(self.kept)}
        self.kept.append(item)
        yield {**item, "first": self.kept[0]["inner"]}
        self.kept[0]["inner"]["list"].append(len(self.kept))
        if len(self.kept) > 1:
            self.kept[0]["inner"]["list"].clear()
        item["other"] = None
        del item["same"]
        yield item


class Untouched(weft.Node):
    """Passes on what it was given, in parts and within others."""

    def process(self, item):
        yield item
        yield [item, item["inner"], item["inner"]["list"]]
        yield {"whole": item, "twice": [item["inner"], item["inner"]]}
        yield item["inner"]["list"] == [1, {"n": 2.0}, None] and item["inner"]["list"]


class Knots(weft.Node):
    """Gives back what was tied into itself, or put into so many lists."""

    def process(self, item):
        if item["deep"] == 0:
            item["inner"]["list"].append(item)
            return item
        result = item
        for _ in range(item["deep"]):
            result = [result]
        return result
