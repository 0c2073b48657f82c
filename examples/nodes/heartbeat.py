import asyncio

import weft


class Heartbeat(weft.Node):
    """A source: tells every `seconds` that it is alive, `times` times."""

    params = {
        "seconds": weft.Param(float, default=1.0, min=0),
        "times": weft.Param(int, default=3, min=0),
    }

    async def produce(self):
        loop = asyncio.get_running_loop()
        for beat in range(self.config["times"]):
            await asyncio.sleep(self.config["seconds"])
            yield {"beat": beat, "at": round(loop.time(), 3)}
