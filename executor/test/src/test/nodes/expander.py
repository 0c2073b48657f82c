import weft

class Expander(weft.Node):
    def process(self, item):
        if isinstance(item, dict):
            for key, value in item.items():
                if value is None:
                    raise KeyError(key)
                yield from self.process(value) if isinstance(value, (dict, list)) else [f"{key}={value}"]
        else:
            for i, value in enumerate(item, start=1):
                yield (i, value)
