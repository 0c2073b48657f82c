import asyncio

import weft


class Deadline(weft.Node):
    """Waits as long as the item says, but no longer than a limit."""

    params = {"limit": weft.Param(float, default=1.0, min=0)}

    async def process(self, item):
        try:
            async with asyncio.timeout(self.config["limit"]):
                await asyncio.sleep(item["delay"])
        except TimeoutError:
            at = weft.current_item()
            raise weft.ItemError(f"item {at.index} of {at.node} was too slow") from None
        return item["name"]
