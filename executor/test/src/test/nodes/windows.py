import weft
from collections import deque

class Windows(weft.Node):
    params = {"size": weft.Param(int, default=3), "step": weft.Param(int, default=1)}
    async def process(self, stream):
        window = deque(maxlen=self.config["size"])
        n = 0
        async for x in stream:
            window.append(x)
            n += 1
            if len(window) == window.maxlen and (n - window.maxlen) % self.config["step"] == 0:
                yield {"sum": sum(window), "min": min(window), "max": max(window), "mid": sorted(window)[len(window) // 2]}
