import asyncio

import weft


class BatchTimeout(weft.Node):
    """Gathers items into lists: of `size`, or what there is after `seconds`."""

    params = {
        "size": weft.Param(int, default=10, min=1),
        "seconds": weft.Param(float, default=1.0, min=0.001),
    }

    async def process(self, stream):
        queue = asyncio.Queue(maxsize=self.config["size"])
        done = object()

        async def read():
            async for item in stream:
                await queue.put(item)
            await queue.put(done)

        async with asyncio.TaskGroup() as group:
            group.create_task(read())
            ended = False
            while not ended:
                batch = []
                try:
                    async with asyncio.timeout(None) as limit:
                        while len(batch) < self.config["size"]:
                            item = await queue.get()
                            if item is done:
                                ended = True
                                break
                            if not batch:
                                now = asyncio.get_running_loop().time()
                                limit.reschedule(now + self.config["seconds"])
                            batch.append(item)
                except TimeoutError:
                    pass
                if batch:
                    yield batch
