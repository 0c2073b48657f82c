import re
from datetime import datetime

import weft

LINE = re.compile(
    r"(?P<when>\S+) (?P<level>[A-Z]+) (?P<text>.*)"
)

WIDTHS = {"INFO": 10, "ERROR": 20}


class Report(weft.Node):
    """Formats lines of a log."""

    def process(self, item):
        found = LINE.match(item)
        when = datetime.fromisoformat(found.group("when"))
        level = found["level"]
        text = (
            found["text"]
            .strip()
            .ljust(
                WIDTHS[level],
                ".",
            )
        )
        values = [
            int(word)
            for word in text.split()
            if word[0].isdigit()
        ]
        return (
            f"{when:%Y-%m-%d} "
            f"{level:>6} "
            f"{text} "
            f"{sum(values) / len(values):.1f}"
        )
