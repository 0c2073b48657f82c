import weft


class SayNumber(weft.Node):
    """Says each number in words of its own."""

    params = {"suffix": weft.Param(str, default="", doc="What stands after each sentence.")}

    def process(self, item):
        kind = "even" if item % 2 == 0 else "odd"
        return f"{item} is {kind}{self.config['suffix']}"
