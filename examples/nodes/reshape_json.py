import weft


class ReshapeJson(weft.Node):
    """Makes nested objects flat, with dots in the keys, or nests flat ones."""

    params = {"to": weft.Param(str, choices=("flat", "nested"), default="flat")}

    def process(self, item):
        if self.config["to"] == "flat":
            return dict(self.flat("", item))
        return self.nested(item)

    def flat(self, prefix, value):
        if isinstance(value, dict) and value:
            for key, inner in value.items():
                yield from self.flat(f"{prefix}.{key}" if prefix else key, inner)
        elif isinstance(value, list) and value:
            for index, inner in enumerate(value):
                yield from self.flat(f"{prefix}[{index}]", inner)
        else:
            yield prefix, value

    def nested(self, item):
        result = {}
        for path, value in item.items():
            *parents, last = path.split(".")
            place = result
            for parent in parents:
                place = place.setdefault(parent, {})
                if not isinstance(place, dict):
                    raise weft.ItemError(f"{path!r} goes through a value: {place!r}")
            place[last] = value
        return result
