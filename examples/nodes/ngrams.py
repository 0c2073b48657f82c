from itertools import islice

import weft


class Ngrams(weft.Node):
    """All runs of `size` words that follow each other in a text."""

    params = {"size": weft.Param(int, default=2, min=1, max=10)}

    def process(self, text):
        words = text.split()
        shifted = [islice(words, start, None) for start in range(self.config["size"])]
        for group in zip(*shifted):
            yield " ".join(group)
