import weft

def depth(value):
    if isinstance(value, list):
        return 1 + max((depth(v) for v in value), default=0)
    return 0

def ackermann(m, n):
    if m == 0:
        return n + 1
    return ackermann(m - 1, 1) if n == 0 else ackermann(m - 1, ackermann(m, n - 1))

class Recursive(weft.Node):
    def process(self, item):
        if isinstance(item, list):
            return depth(item)
        return ackermann(2, item)
