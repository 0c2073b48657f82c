import heapq

import weft


class TopK(weft.Node):
    """The `k` items with the largest values of a field, largest first, once all have come."""

    params = {"k": weft.Param(int, default=3, min=1), "by": weft.Param(str, default="score")}

    def initialize(self):
        self.heap = []
        self.count = 0

    def process(self, item):
        # The count stands before the item, since of equal scores the first to come is kept.
        entry = (item[self.config["by"]], -self.count, item)
        self.count += 1
        if len(self.heap) < self.config["k"]:
            heapq.heappush(self.heap, entry)
        else:
            heapq.heappushpop(self.heap, entry)

    def flush(self):
        for _, _, item in sorted(self.heap, reverse=True):
            yield item
