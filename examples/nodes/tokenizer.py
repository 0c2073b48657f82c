import re

import weft

TOKEN = re.compile(
    r"""
    (?P<number>\d+(?:\.\d+)?)
  | (?P<name>[A-Za-z_]\w*)
  | (?P<string>"(?:\\.|[^"\\])*")
  | (?P<operator>[-+*/=<>()])
  | (?P<space>\s+)
    """,
    re.VERBOSE,
)


class Tokenizer(weft.Node):
    """Cuts a line of a small language into its tokens, one result for each."""

    def process(self, line):
        at = 0
        while at < len(line):
            match = TOKEN.match(line, at)
            if match is None:
                raise weft.ItemError(f"unexpected {line[at]!r} in column {at + 1}: {line!r}")
            kind = match.lastgroup
            if kind != "space":
                yield {"kind": kind, "text": match.group(), "column": at + 1}
            at = match.end()
