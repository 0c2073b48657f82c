import re
import string
from collections import Counter
from itertools import groupby, islice

TEXT = """It was the best of times, it was the worst of times, it was the age of wisdom,
it was the age of foolishness, it was the epoch of belief..."""
words = re.findall(r"[a-z']+", TEXT.lower())
counts = Counter(words)
for word, n in counts.most_common(4):
    print(f"{word:>6} {n:>3} {'*' * n}")
by_length = {k: sorted(set(g)) for k, g in groupby(sorted(words, key=len), key=len)}
print({k: v[:3] for k, v in by_length.items()})
print(len(words), len(counts), sum(1 for w in counts if counts[w] == 1))
table = str.maketrans("", "", string.punctuation)
print(TEXT.translate(table).split()[:6], list(islice((w for w in words if len(w) > 5), 3)))
letters = Counter(c for c in TEXT.lower() if c.isalpha())
print(letters.most_common(3), sorted(set(string.ascii_lowercase) - set(letters)))
