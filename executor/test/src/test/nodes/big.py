import weft

class Big(weft.Node):
    def process(self, item):
        n = int(item)
        return [n ** 3, -n // 7, -n % 7, n << 3, f"{n:,}", f"{n:x}", float(n) / 3, divmod(n, 10)]
