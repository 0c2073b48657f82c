import weft


class FillTemplate(weft.Node):
    """Writes a line for each item, as a template says, with Python's formats."""

    params = {"template": weft.Param(str, doc="Such as '{name:<10} {price:>8.2f}'.")}

    def process(self, item):
        try:
            return self.config["template"].format(**item)
        except KeyError as missing:
            raise weft.ItemError(f"the item has no {missing}, which the template wants") from None
