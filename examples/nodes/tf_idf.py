import math
from collections import Counter

import weft


class TfIdf(weft.Node):
    """Gathers documents, and at the end tells the words that set each apart from the others."""

    params = {"most": weft.Param(int, default=2, min=1)}

    def initialize(self):
        self.documents = []
        self.spread = Counter()

    def process(self, document):
        counts = Counter(document["text"].lower().split())
        self.documents.append((document["id"], counts))
        self.spread.update(counts.keys())

    def flush(self):
        for name, counts in self.documents:
            total = sum(counts.values())
            scores = {}
            for word, count in counts.items():
                rarity = math.log(len(self.documents) / self.spread[word])
                scores[word] = round(count / total * rarity, 6)
            best = sorted(scores.items(), key=lambda each: (-each[1], each[0]))
            yield {"id": name, "words": dict(best[: self.config["most"]])}
