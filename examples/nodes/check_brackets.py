import weft

PAIRS = {")": "(", "]": "[", "}": "{"}


class CheckBrackets(weft.Node):
    """Tells whether the brackets of a text match, and if not, where."""

    def process(self, text):
        try:
            depth = self.check(text)
        except SyntaxError as error:
            return {"ok": False, "at": error.offset, "why": error.msg}
        return {"ok": True, "depth": depth}

    def check(self, text):
        open_ones = []
        deepest = 0
        for at, character in enumerate(text):
            if character in PAIRS.values():
                open_ones.append((character, at))
                deepest = max(deepest, len(open_ones))
            elif character in PAIRS:
                if not open_ones or open_ones[-1][0] != PAIRS[character]:
                    raise self.error(f"{character} closes nothing", at)
                open_ones.pop()
        if open_ones:
            character, at = open_ones[-1]
            raise self.error(f"{character} is not closed", at)
        return deepest

    def error(self, text, at):
        error = SyntaxError(text)
        error.offset = at
        return error
