import pathlib

import weft


class CountLines(weft.Node):
    """Counts the lines of each file."""

    params = {}

    def process(self, item):
        return {"file": item, "lines": len(pathlib.Path(item).read_text().splitlines())}
