import asyncio
import weft

class Bucket:
    def __init__(self, rate, burst):
        self.rate, self.burst = rate, burst
        self.tokens = burst
        self.updated = asyncio.get_running_loop().time()

    async def take(self, n=1):
        if n > self.burst:
            raise ValueError(f"{n} tokens of {self.burst}")
        while True:
            now = asyncio.get_running_loop().time()
            self.tokens = min(self.burst, self.tokens + (now - self.updated) * self.rate)
            self.updated = now
            if self.tokens >= n - 1e-9:
                self.tokens -= n
                return round(self.tokens, 3)
            await asyncio.sleep((n - self.tokens) / self.rate)

class Tokens(weft.Node):
    params = {"rate": weft.Param(float, default=2.0), "burst": weft.Param(int, default=3)}
    async def initialize(self):
        self.bucket = Bucket(self.config["rate"], self.config["burst"])
    async def process(self, n):
        return await self.bucket.take(n)
