import contextlib
import weft

class Resource:
    def __init__(self, name):
        self.name = name
    def __enter__(self):
        if self.name == "broken":
            raise OSError(5, "cannot open", self.name)
        return self
    def __exit__(self, kind, error, trace):
        if self.name == "leaky":
            raise RuntimeError("cannot close") from error
        return self.name == "quiet"

class NestedErrors(weft.Node):
    def process(self, item):
        with contextlib.ExitStack() as stack:
            for name in item["open"]:
                stack.enter_context(Resource(name))
            return 10 // item["by"]
