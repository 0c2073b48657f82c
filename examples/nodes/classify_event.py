from dataclasses import dataclass

import weft


@dataclass(frozen=True)
class Point:
    x: float
    y: float


class ClassifyEvent(weft.Node):
    """Tells in words what an event is, by its shape."""

    def process(self, event):
        match event:
            case None:
                return "nothing"
            case bool(value):
                return f"a switch that is {'on' if value else 'off'}"
            case int() | float() as number if number < 0:
                return f"a debt of {-number}"
            case int() | float():
                return f"an amount of {event}"
            case str(text) if text.isdigit():
                return f"digits, {len(text)} of them"
            case str():
                return f"a text of {len(event.split())} words"
            case []:
                return "an empty list"
            case [only]:
                return f"a list of {self.process(only)}"
            case [first, *_, last]:
                return f"from {self.process(first)} to {self.process(last)}"
            case {"x": x, "y": y}:
                return self.place(Point(x, y))
            case {"kind": ("add" | "remove") as kind, "name": str(name)}:
                return f"{kind} {name}"
            case {"kind": kind}:
                raise weft.ItemError(f"no kind of event: {kind}")
            case dict():
                return f"an object with {', '.join(sorted(event)) or 'nothing'}"

    def place(self, point):
        match point:
            case Point(x=0, y=0):
                return "the origin"
            case Point(x, 0):
                return f"on the x axis at {x}"
            case Point(0, y):
                return f"on the y axis at {y}"
            case Point(x, y):
                return f"at {x:.1f}, {y:.1f}"
