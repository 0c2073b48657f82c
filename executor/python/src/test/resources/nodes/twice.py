import weft


class Twice(weft.Node):
    def process(self, item):
        return 2 * item
