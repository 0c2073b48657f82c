import collections
import statistics

import weft


class Windows(weft.Node):
    """Statistics of a window, of what may be no numbers."""

    params = {"size": weft.Param(int, default=3), "what": weft.Param(str, default="mean")}

    def initialize(self):
        self.window = collections.deque(maxlen=self.config["size"])

    def process(self, item):
        self.window.append(item["value"])
        function = self.functions()[self.config["what"]]
        return {"value": function(self.window), "n": len(self.window)}

    def functions(self):
        return {
            "mean": lambda window: sum(window) / len(window),
            "spread": lambda window: max(window) - min(window),
            "stdev": lambda window: statistics.stdev(window),
            "first": lambda window: window[0],
            "tenth": lambda window: window[9],
        }
