import asyncio

import weft


class Debounce(weft.Node):
    """Passes an item on once nothing newer came for a while."""

    params = {"quiet": weft.Param(float, default=0.5, min=0.001, doc="Seconds of silence.")}

    async def process(self, stream):
        newer = asyncio.Event()
        latest, ended = None, False

        async def read():
            nonlocal latest, ended
            async for item in stream:
                latest = item
                newer.set()
            ended = True
            newer.set()

        reader = asyncio.create_task(read())
        try:
            while not ended:
                await newer.wait()
                while not ended:
                    newer.clear()
                    try:
                        async with asyncio.timeout(self.config["quiet"]):
                            await newer.wait()
                    except TimeoutError:
                        break
                if latest is not None:
                    yield latest
                    latest = None
        finally:
            reader.cancel()
