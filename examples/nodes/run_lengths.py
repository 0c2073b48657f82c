import weft


class RunLengths(weft.Node):
    """Tells how often each value came in a row."""

    async def process(self, stream):
        last, count = None, 0
        async for value in stream:
            if count and value == last:
                count += 1
                continue
            if count:
                yield [last, count]
            last, count = value, 1
        if count:
            yield [last, count]
