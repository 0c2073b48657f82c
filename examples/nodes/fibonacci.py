import weft


class Fibonacci(weft.Node):
    """A source: Fibonacci's numbers up to a largest one, however long they are."""

    params = {"below": weft.Param(int, min=1)}

    def produce(self):
        last, number = 0, 1
        while number < self.config["below"]:
            yield number
            last, number = number, last + number
