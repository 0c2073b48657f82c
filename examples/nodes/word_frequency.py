import re
from collections import Counter

import weft

WORD = re.compile(r"[a-z']+")


class WordFrequency(weft.Node):
    """Counts the words of each text, and tells the most frequent ones."""

    params = {
        "most": weft.Param(int, default=3, min=1, max=1000, doc="How many words are told."),
        "ignore": weft.Param(list, default=[], doc="Words that do not count."),
    }

    def initialize(self):
        self.ignored = {word.lower() for word in self.config["ignore"]}

    def process(self, item):
        words = [word for word in WORD.findall(item.lower()) if word not in self.ignored]
        counts = Counter(words)
        ranked = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
        return {"words": len(words), "top": [[w, n] for w, n in ranked[: self.config["most"]]]}
