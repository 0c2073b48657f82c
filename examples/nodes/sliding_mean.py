from collections import deque

import weft


class SlidingMean(weft.Node):
    """The mean of the last `size` numbers, from the first full window on."""

    params = {"size": weft.Param(int, min=1, max=1000, doc="How many numbers a window has.")}

    async def process(self, stream):
        window = deque(maxlen=self.config["size"])
        async for number in stream:
            window.append(number)
            if len(window) == window.maxlen:
                yield sum(window) / len(window)
