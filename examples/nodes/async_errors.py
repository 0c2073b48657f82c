import asyncio

import weft


class AsyncErrorZoo(weft.Node):
    """Raises what the item names, from coroutines and tasks."""

    async def process(self, item):
        await asyncio.sleep(0.1)
        match item:
            case "group":
                async with asyncio.TaskGroup() as group:
                    group.create_task(self.fail(0.1, ValueError("first")))
                    group.create_task(self.fail(0.2, KeyError("second")))
            case "wait":
                await asyncio.wait_for(asyncio.sleep(10), 0.5)
            case "cancel":
                task = asyncio.create_task(self.fail(5, ValueError("never")))
                await asyncio.sleep(0)
                task.cancel()
                await task
            case "gather":
                await asyncio.gather(self.fail(0.2, OSError("late")), self.fail(0.1, EOFError("early")))
            case "never":
                await asyncio.get_running_loop().create_future()
        return item

    async def fail(self, delay, error):
        await asyncio.sleep(delay)
        raise error


class StreamErrorZoo(weft.Node):
    """Fails in mid-stream at the item that says so."""

    async def process(self, stream):
        try:
            async for item in stream:
                if item == "now":
                    raise ValueError("now it is")
                yield item
        finally:
            self.log.info("the stream has ended")
