from collections import defaultdict, deque

import weft


class JoinStreams(weft.Node):
    """Joins two streams by a key; each item says in `side` which one it is of.

    A node does not see from which connection an item came, so that the nodes before it say it.
    """

    params = {
        "key": weft.Param(str, doc="The field that both sides have."),
        "keep": weft.Param(int, default=100, min=1, doc="How many of each side and key wait."),
    }

    def initialize(self):
        self.waiting = {"left": self.fresh(), "right": self.fresh()}

    def fresh(self):
        return defaultdict(lambda: deque(maxlen=self.config["keep"]))

    def process(self, item):
        side = item.get("side")
        if side not in self.waiting:
            raise weft.ItemError(f"an item of the side {side!r}; tag it as left or right")
        other = "right" if side == "left" else "left"
        key = item[self.config["key"]]
        self.waiting[side][key].append(item["value"])
        for match in self.waiting[other][key]:
            left, right = (item["value"], match) if side == "left" else (match, item["value"])
            yield {self.config["key"]: key, "left": left, "right": right}
