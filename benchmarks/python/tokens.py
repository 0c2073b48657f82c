"""A text cut into tokens, which are counted and put together again."""

from dataclasses import dataclass


@dataclass
class Token:
    kind: str
    text: str
    line: int


KEYWORDS = {"if", "else", "while", "return", "def"}


def tokenize(source: str) -> list[Token]:
    tokens: list[Token] = []
    i = 0
    line = 1
    while i < len(source):
        c = source[i]
        if c == "\n":
            line += 1
            i += 1
        elif c.isspace():
            i += 1
        elif c.isdigit():
            start = i
            while i < len(source) and source[i].isdigit():
                i += 1
            tokens.append(Token("number", source[start:i], line))
        elif c.isalpha() or c == "_":
            word = ""
            while i < len(source) and (source[i].isalnum() or source[i] == "_"):
                word += source[i]
                i += 1
            tokens.append(Token("keyword" if word in KEYWORDS else "name", word, line))
        else:
            tokens.append(Token("operator", c, line))
            i += 1
    return tokens


def work(times: int) -> int:
    source = "def area(width, height):\n    if width > 100:\n        return width * height + 42\n" * times
    tokens = tokenize(source)
    counts: dict[str, int] = {}
    for token in tokens:
        counts[token.kind] = counts.get(token.kind, 0) + 1
    text = " ".join([t.text.upper() for t in tokens if t.kind != "operator"])
    return len(text) * 1000 + counts["keyword"] + tokens[-1].line
