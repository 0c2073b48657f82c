import weft


class Deduplicate(weft.Node):
    """Drops what was seen before in the session, by a field."""

    params = {"by": weft.Param(str, default="id", doc="The field that tells items apart.")}

    def process(self, item):
        seen = self.state.setdefault("seen", [])
        key = item[self.config["by"]]
        if key in seen:
            return None
        seen.append(key)
        return {"item": item, "unique": len(seen)}
