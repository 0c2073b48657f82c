import asyncio
from collections import defaultdict


class Bus:
    def __init__(self):
        self._subscribers = defaultdict(list)

    def subscribe(self, topic):
        queue = asyncio.Queue()
        self._subscribers[topic].append(queue)
        return queue

    async def publish(self, topic, message):
        for queue in self._subscribers[topic]:
            await queue.put((topic, message))

    async def close(self):
        for topic, queues in self._subscribers.items():
            for queue in queues:
                await queue.put((topic, None))


async def listener(name, queue, out):
    while True:
        topic, message = await queue.get()
        if message is None:
            out.append(f"{name} done")
            return
        out.append(f"{name} <- {topic}: {message}")


async def main():
    bus = Bus()
    out = []
    tasks = [
        asyncio.create_task(listener("news-1", bus.subscribe("news"), out)),
        asyncio.create_task(listener("news-2", bus.subscribe("news"), out)),
        asyncio.create_task(listener("sport", bus.subscribe("sport"), out)),
    ]
    await bus.publish("news", "hello")
    await bus.publish("sport", "1:0")
    await bus.publish("news", "bye")
    await bus.close()
    await asyncio.gather(*tasks)
    for line in out:
        print(line)


asyncio.run(main())
