"""A publish/subscribe bus with topics, wildcards, slow subscribers and weak ordering guarantees."""
import asyncio
from collections import defaultdict
from contextlib import asynccontextmanager


class Bus:
    def __init__(self, size=10):
        self.size = size
        self.subscribers = defaultdict(list)
        self.dropped = 0
        self.published = 0

    @asynccontextmanager
    async def subscribe(self, pattern):
        queue = asyncio.Queue(self.size)
        self.subscribers[pattern].append(queue)
        try:
            yield queue
        finally:
            self.subscribers[pattern].remove(queue)
            if not self.subscribers[pattern]:
                del self.subscribers[pattern]

    async def publish(self, topic, message):
        self.published += 1
        for pattern, queues in list(self.subscribers.items()):
            if pattern == topic or (pattern.endswith("*") and topic.startswith(pattern[:-1])):
                for queue in queues:
                    try:
                        queue.put_nowait((topic, message))
                    except asyncio.QueueFull:
                        self.dropped += 1
        await asyncio.sleep(0)

    async def close(self):
        for queues in self.subscribers.values():
            for queue in queues:
                while queue.full():
                    queue.get_nowait()
                queue.put_nowait(None)


async def subscriber(bus, pattern, out, delay=0.0, ready=None):
    async with bus.subscribe(pattern) as queue:
        if ready is not None:
            ready.set()
        while (item := await queue.get()) is not None:
            topic, message = item
            out.append(f"{topic}={message}")
            if delay:
                await asyncio.sleep(delay)


async def main():
    bus = Bus(size=3)
    outputs = {name: [] for name in ("news", "all sports", "slow")}
    ready = asyncio.Event()
    async with asyncio.TaskGroup() as tg:
        tg.create_task(subscriber(bus, "news", outputs["news"]))
        tg.create_task(subscriber(bus, "sports.*", outputs["all sports"]))
        tg.create_task(subscriber(bus, "sports.*", outputs["slow"], 1, ready))
        await ready.wait()
        for n in range(3):
            await bus.publish("news", f"headline {n}")
            await bus.publish("sports.tennis", n)
            await bus.publish("sports.chess", n * 10)
        await bus.publish("weather", "sun")
        await bus.close()
    for name, lines in outputs.items():
        print(name, lines[:2], len(lines) >= 3)
    print(bus.published, bus.dropped > 0, dict(bus.subscribers))


asyncio.run(main())
