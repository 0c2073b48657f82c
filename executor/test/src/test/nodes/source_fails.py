import asyncio

import weft


class Ticker(weft.Node):
    """A source that fails after some ticks."""

    params = {"ticks": weft.Param(int, default=2), "kind": weft.Param(str, default="raise")}

    async def produce(self):
        tick = 0
        try:
            while True:
                if tick == self.config["ticks"]:
                    self.stop(tick)
                yield tick
                tick += 1
                await asyncio.sleep(0.1)
        finally:
            if self.config["kind"] == "finally":
                raise KeyError("in finally")

    def stop(self, tick):
        match self.config["kind"]:
            case "raise":
                raise StopAsyncIteration(tick)
            case "chained":
                try:
                    int("x")
                except ValueError as error:
                    problem = RuntimeError("chained")
                    raise problem from error
            case _:
                raise EOFError("no more ticks")
