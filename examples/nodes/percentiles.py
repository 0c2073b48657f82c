import math

import weft


class Percentiles(weft.Node):
    """Percentiles of many numbers in little memory, to one part in a hundred.

    Numbers are counted in buckets whose bounds grow by two percent.
    """

    params = {"at": weft.Param(list, default=[50, 90, 99], doc="Which percentiles are told.")}

    GROWTH = 1.02

    def initialize(self):
        bad = [p for p in self.config["at"] if not 0 < p <= 100]
        if bad:
            raise weft.ConfigError(f"no percentile: {bad}; use more than 0 and up to 100")
        self.buckets = {}
        self.count = 0

    def process(self, number):
        if number <= 0:
            raise ValueError(f"a number above zero is wanted, not {number}")
        bucket = math.floor(math.log(number) / math.log(self.GROWTH))
        self.buckets[bucket] = self.buckets.get(bucket, 0) + 1
        self.count += 1

    def flush(self):
        result = {"count": self.count}
        for percentile in self.config["at"]:
            result[f"p{percentile:g}"] = self.value(percentile)
        return result

    def value(self, percentile):
        rank = math.ceil(self.count * percentile / 100)
        passed = 0
        for bucket in sorted(self.buckets):
            passed += self.buckets[bucket]
            if passed >= rank:
                return float(f"{self.GROWTH ** (bucket + 0.5):.3g}")
        return None
