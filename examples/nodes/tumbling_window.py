import weft


class TumblingWindow(weft.Node):
    """Sums up each `size` numbers that follow each other; the rest at the end is told too."""

    params = {"size": weft.Param(int, min=1, doc="How many numbers make a window.")}

    def initialize(self):
        self.window = []

    def process(self, number):
        self.window.append(number)
        if len(self.window) == self.config["size"]:
            return self.close(full=True)

    def flush(self):
        if self.window:
            return self.close(full=False)

    def close(self, full):
        window, self.window = self.window, []
        return {"sum": sum(window), "min": min(window), "max": max(window), "full": full}
