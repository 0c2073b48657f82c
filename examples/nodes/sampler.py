import random

import weft


class Sampler(weft.Node):
    """Passes each item on with a probability, shaken a little if it is a number."""

    params = {
        "probability": weft.Param(float, default=0.5, min=0, max=1),
        "noise": weft.Param(float, default=0.0, min=0),
        "seed": weft.Param(int, default=42),
    }

    def initialize(self):
        self.random = random.Random(self.config["seed"])

    def process(self, item):
        if self.random.random() >= self.config["probability"]:
            return None
        if self.config["noise"]:
            return item + self.random.gauss(0, self.config["noise"])
        return item
