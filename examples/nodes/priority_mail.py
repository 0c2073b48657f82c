import asyncio

import weft


class PriorityMail(weft.Node):
    """Sorts letters by urgency: sends one every `pause` seconds, the most urgent that is there."""

    params = {"pause": weft.Param(float, default=1.0, min=0)}

    async def process(self, stream):
        letters = asyncio.PriorityQueue()
        ended = asyncio.Event()

        async def collect():
            number = 0
            try:
                async for letter in stream:
                    number += 1
                    letters.put_nowait((-letter["urgency"], number, letter["text"]))
            finally:
                ended.set()

        collector = asyncio.create_task(collect())
        try:
            while not (ended.is_set() and letters.empty()):
                await asyncio.sleep(self.config["pause"])
                if not letters.empty():
                    urgency, number, text = letters.get_nowait()
                    yield {"text": text, "urgency": -urgency, "number": number}
        finally:
            await collector
