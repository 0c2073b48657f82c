import asyncio

import weft


class TtlCache(weft.Node):
    """Remembers the answers of a slow function for a while."""

    params = {"ttl": weft.Param(float, default=2.0, min=0)}

    def initialize(self):
        self.answers = {}
        self.lock = asyncio.Lock()

    async def process(self, key):
        async with self.lock:
            now = asyncio.get_running_loop().time()
            known = self.answers.get(key)
            if known is not None and now < known[1]:
                return {"key": key, "value": known[0], "cached": True}
            value = await self.compute(key)
            self.answers[key] = (value, now + self.config["ttl"])
            return {"key": key, "value": value, "cached": False}

    async def compute(self, key):
        await asyncio.sleep(0.25)
        return sum(ord(letter) for letter in key) % 97
