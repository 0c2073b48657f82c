import functools

import weft


def strip(text):
    return text.strip()


def number(text):
    return float(text)


def scale(value, *, factor):
    return value * factor


def positive(value):
    if value <= 0:
        raise ValueError(f"not positive: {value}")
    return value


STEPS = {
    "strip": strip,
    "number": number,
    "positive": positive,
    "scale": scale,
    "double": functools.partial(scale, factor=2),
    "half": lambda value: value / 2,
}


class Steps(weft.Node):
    """Applies the named steps one after the other."""

    params = {"steps": weft.Param(list, default=["strip", "number", "positive"])}

    def process(self, item):
        for name in self.config["steps"]:
            item = STEPS[name](item)
        return item
