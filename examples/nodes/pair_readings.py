import weft


async def parsed(texts):
    """Readings from lines such as "t1=20.5"."""
    async for text in texts:
        name, _, value = text.partition("=")
        if value:
            yield name.strip(), float(value)


async def changed(readings, least):
    """Those readings that differ from the last of their sensor."""
    last = {}
    async for name, value in readings:
        if name not in last or abs(value - last[name]) >= least:
            last[name] = value
            yield name, value


async def numbered(source):
    number = 0
    async for each in source:
        number += 1
        yield number, each


class PairReadings(weft.Node):
    """Async generators, one put into the other: parse, leave out what did not change, number."""

    params = {"least": weft.Param(float, default=0.5, min=0)}

    async def process(self, stream):
        readings = changed(parsed(stream), self.config["least"])
        async for number, (name, value) in numbered(readings):
            yield {"number": number, "sensor": name, "value": value}
