import weft

class InitFails(weft.Node):
    params = {"path": weft.Param(str, default="x"), "mode": weft.Param(str, default="r", choices=["r", "w"])}
    def initialize(self):
        self.table = {"a": 1}[self.config["path"]]
    def process(self, item):
        return self.table + item
    def cleanup(self):
        if self.config["mode"] == "w":
            raise OSError("cannot close")
