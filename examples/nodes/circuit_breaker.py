import asyncio
from enum import Enum

import weft


class Circuit(Enum):
    CLOSED = "closed"
    OPEN = "open"
    HALF_OPEN = "half open"


class CircuitBreaker(weft.Node):
    """Stops calling what has failed several times in a row, and tries again after a while."""

    params = {
        "failures": weft.Param(int, default=2, min=1),
        "rest": weft.Param(float, default=5.0, min=0),
    }

    def initialize(self):
        self.circuit = Circuit.CLOSED
        self.failed = 0
        self.opened = 0.0

    async def process(self, item):
        now = asyncio.get_running_loop().time()
        if self.circuit is Circuit.OPEN and now - self.opened >= self.config["rest"]:
            self.circuit = Circuit.HALF_OPEN
        if self.circuit is Circuit.OPEN:
            return {"item": item["id"], "result": "refused", "circuit": self.circuit.value}
        try:
            result = await self.call(item)
        except ConnectionError:
            self.failed += 1
            if self.circuit is Circuit.HALF_OPEN or self.failed >= self.config["failures"]:
                self.circuit, self.opened = Circuit.OPEN, now
            return {"item": item["id"], "result": "failed", "circuit": self.circuit.value}
        self.circuit, self.failed = Circuit.CLOSED, 0
        return {"item": item["id"], "result": result, "circuit": self.circuit.value}

    async def call(self, item):
        await asyncio.sleep(0.01)
        if item.get("down"):
            raise ConnectionError("nobody answers")
        return "done"
