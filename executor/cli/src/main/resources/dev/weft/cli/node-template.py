import weft


class @Name@(weft.Node):
    """Puts something before each text; say here what the node really does."""

    params = {"prefix": weft.Param(str, default="", doc="What stands before each text.")}

    def process(self, item):
        if not isinstance(item, str):
            raise weft.ItemError(f"a text is wanted, not {item!r}")
        return self.config["prefix"] + item
