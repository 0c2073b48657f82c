import random

import weft


class ReservoirSample(weft.Node):
    """A fair sample of a stream of unknown length; the same for the same seed."""

    params = {"size": weft.Param(int, default=3, min=1), "seed": weft.Param(int, default=1)}

    def initialize(self):
        self.random = random.Random(self.config["seed"])
        self.sample = []
        self.count = 0

    def process(self, item):
        self.count += 1
        if len(self.sample) < self.config["size"]:
            self.sample.append(item)
            return
        place = self.random.randrange(self.count)
        if place < self.config["size"]:
            self.sample[place] = item

    def flush(self):
        return {"seen": self.count, "sample": self.sample}
