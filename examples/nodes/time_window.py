import asyncio

import weft


class TimeWindow(weft.Node):
    """Counts what comes in each second of the run, silent seconds included."""

    params = {"seconds": weft.Param(float, default=1.0, min=0.001)}

    async def process(self, stream):
        loop = asyncio.get_running_loop()
        arrived = asyncio.Queue()

        async def read():
            async for item in stream:
                arrived.put_nowait(item)
            arrived.put_nowait(None)

        reader = asyncio.create_task(read())
        end = loop.time() + self.config["seconds"]
        count, number = 0, 0
        try:
            while True:
                try:
                    item = await asyncio.wait_for(arrived.get(), end - loop.time())
                except TimeoutError:
                    yield {"window": number, "count": count}
                    count, number, end = 0, number + 1, end + self.config["seconds"]
                    continue
                if item is None:
                    break
                count += 1
        finally:
            reader.cancel()
        if count:
            yield {"window": number, "count": count}
