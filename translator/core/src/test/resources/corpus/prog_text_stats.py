import re
import textwrap
from collections import Counter, OrderedDict

TEXT = """
It was the best of times, it was the worst of times, it was the age of
wisdom, it was the age of foolishness, it was the epoch of belief, it was
the epoch of incredulity, it was the season of Light...
"""

words = re.findall(r"[a-z']+", TEXT.lower())
counts = Counter(words)
print(len(words), "words,", len(counts), "distinct")
for word, n in counts.most_common(5):
    print(f"{word:>8} {'#' * n} {n / len(words):.1%}")

longest = max(counts, key=len)
print("longest:", longest, "| hapax:", sorted(w for w, n in counts.items() if n == 1)[:4])
by_length = {}
for w in sorted(counts):
    by_length.setdefault(len(w), []).append(w)
print({k: by_length[k] for k in sorted(by_length)})
bigrams = Counter(zip(words, words[1:]))
print(bigrams.most_common(3))
for line in textwrap.wrap(" ".join(words), width=40):
    print("|" + line.center(40) + "|")
print(textwrap.indent(textwrap.dedent("""\
    first
      second
    third"""), "> "))
print(textwrap.shorten("The quick brown fox jumps", 15), textwrap.fill("aa bb cc", 5).split("\n"))


def caesar(text, shift):
    def move(c):
        if c.isalpha():
            base = ord("A") if c.isupper() else ord("a")
            return chr((ord(c) - base + shift) % 26 + base)
        return c
    return "".join(move(c) for c in text)


secret = caesar("Attack at Dawn!", 3)
print(secret, caesar(secret, -3))
od = OrderedDict.fromkeys("banana")
od.move_to_end("b")
print(list(od), od.popitem(last=False)[0], "".join(od))
vowels = sum(TEXT.lower().count(v) for v in "aeiou")
print(vowels, TEXT.count("\n"), TEXT.strip()[:6].encode("ascii"))
counts.subtract(["it"] * 3)
print(counts["it"], counts.total(), (Counter("abca") & Counter("aab")), Counter("ab") + Counter("bc"), +Counter(x=-1, y=2))
print(re.sub(r"(\w+) of (\w+)", lambda m: f"{m[2]} of {m[1]}", "age of wisdom, epoch of belief"))
