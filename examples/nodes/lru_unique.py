from collections import OrderedDict

import weft


class LruUnique(weft.Node):
    """Drops what came among the last `size` different items."""

    params = {"size": weft.Param(int, default=3, min=1)}

    def initialize(self):
        self.recent = OrderedDict()

    def process(self, item):
        if item in self.recent:
            self.recent.move_to_end(item)
            return None
        self.recent[item] = True
        if len(self.recent) > self.config["size"]:
            self.recent.popitem(last=False)
        return item
