"""Words counted in a dict."""


def work(lines: int) -> int:
    counts: dict[str, int] = {}
    words = "the quick brown fox jumps over the lazy dog and runs away from the bear".split(" ")
    for i in range(lines):
        for word in words:
            key = word if i % 7 else word + str(i % 100)
            counts[key] = counts.get(key, 0) + 1
    total = 0
    for word, count in counts.items():
        total += len(word) * count
    return total
