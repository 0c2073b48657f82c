import weft


class Typos(weft.Node):
    """Has mistakes that show only when the line is reached, as Python does it."""

    def process(self, item):
        match item:
            case "attribute":
                return [].no_such_thing
            case "name":
                return no_such_name  # noqa: F821
            case "none":
                return None.upper()
            case "method":
                return self.no_such_method(item)
        return item
