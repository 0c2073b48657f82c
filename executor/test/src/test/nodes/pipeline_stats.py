import asyncio
import statistics
import weft

class PipelineStats(weft.Node):
    """Flushes statistics per key at the end."""

    def initialize(self):
        self.values = {}

    def process(self, item):
        key, value = item
        self.values.setdefault(key, []).append(value)

    def flush(self):
        for key in sorted(self.values):
            values = self.values[key]
            yield {
                "key": key,
                "n": len(values),
                "mean": statistics.fmean(values),
                "median": statistics.median(values),
                "stdev": statistics.stdev(values),
            }
