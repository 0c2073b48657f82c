"""Pub/sub broker with topics, wildcards and slow consumers."""
import asyncio
import fnmatch
from collections import Counter, defaultdict
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Self
import weakref


@dataclass(slots=True, frozen=True)
class Message:
    topic: str
    payload: object
    headers: tuple[tuple[str, str], ...] = ()

    def header(self, name: str, default: str = "") -> str:
        return dict(self.headers).get(name, default)


class Subscription:
    _SENTINEL = object()

    def __init__(self, broker: "Broker", pattern: str, maxsize: int = 0) -> None:
        self.broker = broker
        self.pattern = pattern
        self.queue: asyncio.Queue = asyncio.Queue(maxsize)
        self.dropped = 0
        self.closed = False

    def offer(self, message: Message) -> bool:
        try:
            self.queue.put_nowait(message)
            return True
        except asyncio.QueueFull:
            self.dropped += 1
            return False

    async def __aenter__(self) -> Self:
        self.broker.subscriptions.append(self)
        return self

    async def __aexit__(self, exc_type, exc, tb) -> bool:
        self.broker.subscriptions.remove(self)
        if exc_type is not None:
            print(f"subscription {self.pattern} ended by {exc_type.__name__}")
        return exc_type is LookupError

    def __aiter__(self) -> AsyncIterator[Message]:
        return self

    async def __anext__(self) -> Message:
        item = await self.queue.get()
        if item is self._SENTINEL:
            raise StopAsyncIteration
        return item

    def close(self):
        self.closed = True
        self.queue.put_nowait(self._SENTINEL)


class Broker:
    def __init__(self):
        self.subscriptions: list[Subscription] = []
        self.published = Counter()

    def subscribe(self, pattern: str, **options) -> Subscription:
        return Subscription(self, pattern, **options)

    async def publish(self, topic: str, payload, /, **headers: str) -> int:
        self.published[topic] += 1
        message = Message(topic, payload, tuple(sorted(headers.items())))
        await asyncio.sleep(0)
        return sum(s.offer(message) for s in self.subscriptions if fnmatch.fnmatchcase(topic, s.pattern))


async def consumer(name, broker, pattern, results, ready, *, delay=0.0, limit=None, maxsize=0):
    async with broker.subscribe(pattern, maxsize=maxsize) as sub:
        ready.release()
        seen = 0
        async for msg in sub:
            results[name].append((msg.topic, msg.payload))
            seen += 1
            if delay:
                await asyncio.sleep(delay)
            if limit is not None and seen >= limit:
                raise LookupError("enough")
    return f"{name}: {seen} seen, {sub.dropped} dropped"


async def main():
    broker = Broker()
    results = defaultdict(list)
    ready = asyncio.Semaphore(0)
    tasks = [
        asyncio.create_task(consumer("all", broker, "*", results, ready)),
        asyncio.create_task(consumer("temps", broker, "sensor/*/temp", results, ready)),
        asyncio.create_task(consumer("slow", broker, "sensor/*", results, ready, delay=10, maxsize=1)),
        asyncio.create_task(consumer("few", broker, "log.[ew]*", results, ready, limit=2)),
    ]
    for _ in tasks:
        await ready.acquire()
    for i in range(4):
        n = await broker.publish(f"sensor/{i % 2}/temp", 20 + i / 2, unit="C")
        m = await broker.publish("log.error" if i % 2 else "log.info", f"line {i}")
        print(i, n, m)
    await broker.publish("log.warning", {"k": [1, 2]})
    await asyncio.sleep(0.01)
    for sub in list(broker.subscriptions):
        if sub.pattern != "sensor/*":
            sub.close()
    done, pending = await asyncio.wait(tasks, timeout=0.05)
    for t in tasks:
        if t in done:
            print(t.result())
    print(len(pending))
    for t in pending:
        t.cancel("shutting down")
        try:
            await t
        except asyncio.CancelledError as e:
            print("cancelled:", e.args)
    for name, got in results.items():
        print(name, got)
    print(broker.published.most_common(2), broker.published.total())
    print(Message("a", 1, (("x", "y"),)).header("x"), Message("a", 1))


asyncio.run(main())
