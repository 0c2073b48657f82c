import asyncio

import weft


class RateLimit(weft.Node):
    """Lets through at most `rate` items a second, with bursts of up to `burst`; the others wait."""

    params = {
        "rate": weft.Param(float, min=0.001, doc="Items a second."),
        "burst": weft.Param(int, default=1, min=1, doc="How many may pass at once."),
    }

    def initialize(self):
        self.tokens = float(self.config["burst"])
        self.filled = None

    async def process(self, item):
        loop = asyncio.get_running_loop()
        now = loop.time()
        if self.filled is not None:
            gained = (now - self.filled) * self.config["rate"]
            self.tokens = min(self.config["burst"], self.tokens + gained)
        self.filled = now
        self.tokens -= 1
        if self.tokens < -1e-9:
            await asyncio.sleep(-self.tokens / self.config["rate"])
        return item
