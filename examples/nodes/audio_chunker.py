import weft


class AudioChunker(weft.Node):
    """Cuts sound into frames of one size that overlap; the last is filled with silence."""

    params = {
        "size": weft.Param(int, default=4, min=1),
        "hop": weft.Param(int, default=2, min=1, doc="How far one frame is from the next."),
    }

    async def process(self, stream):
        size, hop = self.config["size"], self.config["hop"]
        buffer = []
        start = 0
        async for samples in stream:
            buffer.extend(samples)
            while len(buffer) >= size:
                yield {"start": start, "samples": buffer[:size]}
                del buffer[:hop]
                start += hop
        if buffer:
            padded = buffer + [0.0] * (size - len(buffer))
            yield {"start": start, "samples": padded}
