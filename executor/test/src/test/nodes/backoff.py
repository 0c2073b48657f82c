import asyncio
import random
import weft

class Flaky(ConnectionError):
    pass

class Backoff(weft.Node):
    params = {"tries": weft.Param(int, default=3), "base": weft.Param(float, default=0.1)}

    def initialize(self):
        self.calls = 0

    async def call(self, item):
        self.calls += 1
        await asyncio.sleep(0.01)
        if self.calls % 3:
            raise Flaky(f"call {self.calls} failed")
        return item * 2

    async def process(self, item):
        delay = self.config["base"]
        for attempt in range(1, self.config["tries"] + 1):
            try:
                return await self.call(item)
            except Flaky as error:
                if attempt == self.config["tries"]:
                    raise RuntimeError(f"gave up on {item!r} after {attempt} tries") from error
                await asyncio.sleep(delay)
                delay *= 2
