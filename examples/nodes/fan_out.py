import weft


class FanOut(weft.Node):
    """Sends an item to each route whose condition it meets, or to `default`."""

    params = {"routes": weft.Param(dict, doc="Route to [field, comparison, value].")}

    COMPARISONS = {
        "<": lambda a, b: a < b,
        ">": lambda a, b: a > b,
        "=": lambda a, b: a == b,
        "in": lambda a, b: a in b,
    }

    def initialize(self):
        for route, (_, comparison, _) in self.config["routes"].items():
            if comparison not in self.COMPARISONS:
                known = ", ".join(self.COMPARISONS)
                raise weft.ConfigError(f"route {route}: no comparison {comparison!r}; use {known}")

    def process(self, item):
        met = False
        for route, (field, comparison, value) in self.config["routes"].items():
            if field in item and self.COMPARISONS[comparison](item[field], value):
                met = True
                yield {"route": route, "item": item}
        if not met:
            yield {"route": "default", "item": item}
