import asyncio
import weft

async def fail(after, kind, text):
    await asyncio.sleep(after)
    raise kind(text)

class Groups(weft.Node):
    async def process(self, item):
        try:
            async with asyncio.TaskGroup() as group:
                for after, text in item:
                    group.create_task(fail(after, ValueError if text.islower() else KeyError, text))
        except* ValueError as found:
            texts = [str(e) for e in found.exceptions]
            if "raise" in texts:
                raise
            return texts
