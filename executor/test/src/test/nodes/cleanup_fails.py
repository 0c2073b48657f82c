import weft


class Files(weft.Node):
    """Its cleanup and flush fail, by its params."""

    params = {"fail": weft.Param(str, default="nothing")}

    def initialize(self):
        self.open = []
        if self.config["fail"] == "initialize":
            raise FileNotFoundError(2, "no such file", "data.txt")

    def process(self, item):
        self.open.append(item)
        if self.config["fail"] == "process" and item > 1:
            raise IndexError("process stops")
        yield item

    def flush(self):
        if self.config["fail"] == "flush":
            yield self.open[0]
            yield self.open[99]

    def cleanup(self):
        while self.open:
            last = self.open.pop()
            if self.config["fail"] == "cleanup":
                self.close(last)

    def close(self, name):
        raise RuntimeError(f"cannot close {name}")
