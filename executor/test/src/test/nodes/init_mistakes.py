import weft


class InitMistakes(weft.Node):
    params = {"mode": weft.Param(str, default="none"), "sizes": weft.Param(list, default=[1])}

    def initialize(self):
        mode = self.config["mode"]
        if mode == "key":
            self.limit = self.config["limit"]
        elif mode == "index":
            self.first = self.config["sizes"][3]
        elif mode == "type":
            self.total = sum(self.config["sizes"])
        elif mode == "attribute":
            self.name = self.config.name
        elif mode == "assert":
            assert len(self.config["sizes"]) > 5, "too few sizes"
        elif mode == "chained":
            try:
                self.size = int("x")
            except ValueError as error:
                raise RuntimeError("bad size") from error
        elif mode == "forgot":
            pass
        elif mode == "none":
            self.factor = None
        elif mode == "flush":
            self.factor = 1
            self.rest = []
        elif mode == "cleanup":
            self.factor = 1

    def process(self, item):
        if self.config["mode"] == "flush":
            self.rest.append(item)
            return None
        return item * self.factor

    def flush(self):
        if self.config["mode"] == "flush":
            return self.rest[0] + self.rest[1]

    def cleanup(self):
        if self.config["mode"] == "cleanup":
            self.file.close()
