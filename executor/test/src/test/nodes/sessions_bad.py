import weft


class Meter(weft.Node):
    """Counts per session; forgets to set what it reads."""

    def initialize(self):
        self.limits = {"low": 1, "high": 3}

    def process(self, item):
        if item == "start":
            self.started = True
            self.total = 0
            return "started"
        if item == "limit":
            return self.limits[self.level]
        if item == "level":
            self.level = "highest"
            return self.level
        if item == "finish":
            return self.finish()
        self.total += item
        return self.total

    def finish(self):
        average = self.total / self.items
        return average

    def flush(self):
        yield self.average
