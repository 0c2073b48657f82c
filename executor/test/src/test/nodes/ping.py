import asyncio
import weft

class Ping(weft.Node):
    """Answers, and pings when nothing came for a second."""
    async def process(self, stream):
        items = stream.__aiter__()
        missed = 0
        pending = None
        while True:
            if pending is None:
                pending = asyncio.ensure_future(items.__anext__())
            done, _ = await asyncio.wait({pending}, timeout=1.0)
            if not done:
                missed += 1
                if missed > 3:
                    pending.cancel()
                    raise TimeoutError(f"{missed} pings missed")
                yield f"ping {missed}"
                continue
            task, pending = pending, None
            try:
                item = task.result()
            except StopAsyncIteration:
                break
            missed = 0
            yield f"pong {item}"
        yield "bye"
