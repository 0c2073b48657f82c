import weft

class RetryPolicy(weft.Node):
    def initialize(self):
        self.seen = {}
    def process(self, item):
        n = self.seen[item] = self.seen.get(item, 0) + 1
        if n <= item:
            raise ConnectionError(f"attempt {n} of item {item}")
        return [item, n, weft.current_item().index]
