import itertools

import weft


def chunks(values, size):
    if size < 1:
        raise ValueError(f"chunks of {size}")
    it = iter(values)
    while chunk := list(itertools.islice(it, size)):
        yield chunk


def running(values):
    total = 0
    for value in values:
        total += value
        yield total


class Generators(weft.Node):
    """Generators in generators."""

    def process(self, item):
        values = (int(text) for text in item["values"].split(","))
        for chunk in chunks(running(values), item.get("size", 2)):
            yield {
                "chunk": chunk,
                "ratio": chunk[0] / chunk[-1],
                "pair": tuple(chunk[i] for i in range(2)),
            }
