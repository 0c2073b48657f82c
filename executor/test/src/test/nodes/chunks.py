import weft
from itertools import islice, groupby, accumulate, pairwise, batched

class Chunks(weft.Node):
    params = {"size": weft.Param(int, default=2, min=1)}
    def process(self, item):
        size = self.config["size"]
        return {
            "batched": [list(b) for b in batched(item, size)],
            "groups": {str(k): len(list(g)) for k, g in groupby(item)},
            "sums": list(accumulate(item)),
            "steps": [b - a for a, b in pairwise(item)],
            "head": list(islice(item, 1, None, 2)),
        }
