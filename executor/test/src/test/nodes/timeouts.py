import asyncio
import weft

async def fail():
    raise OSError("no")

class Timeouts(weft.Node):
    async def process(self, item):
        wait, how = item
        if how == "wait_for":
            await asyncio.wait_for(asyncio.sleep(wait), 0.5)
        elif how == "timeout":
            async with asyncio.timeout(0.5):
                await asyncio.sleep(wait)
        elif how == "cancel":
            task = asyncio.create_task(asyncio.sleep(wait, "done"))
            await asyncio.sleep(0.5)
            task.cancel("too long")
            return await task
        elif how == "gather":
            results = await asyncio.gather(asyncio.sleep(wait, 1), fail(), return_exceptions=True)
            return [r if isinstance(r, int) else type(r).__name__ for r in results]
        elif how == "self":
            asyncio.current_task().cancel()
            await asyncio.sleep(0)
        return how
