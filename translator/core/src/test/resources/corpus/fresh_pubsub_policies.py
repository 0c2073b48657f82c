"""Pub/sub with bounded subscriber queues, backpressure policies and async iteration."""
import asyncio
import enum
import itertools
import logging
import sys
from contextlib import asynccontextmanager
from typing import AsyncIterator, Generic, TypeVar

T = TypeVar("T")


class Policy(enum.Enum):
    BLOCK = enum.auto()
    DROP_OLD = enum.auto()
    DROP_NEW = enum.auto()


class Closed(Exception):
    pass


class Subscription(Generic[T]):
    _CLOSE = object()
    ids = itertools.count(1)

    def __init__(self, topic, size=2, policy=Policy.BLOCK):
        self.id = next(self.ids)
        self.topic, self.policy = topic, policy
        self.queue = asyncio.Queue(size)
        self.dropped = 0

    async def put(self, item: T) -> None:
        match self.policy:
            case Policy.BLOCK:
                await self.queue.put(item)
            case Policy.DROP_OLD:
                while self.queue.full():
                    self.queue.get_nowait()
                    self.dropped += 1
                self.queue.put_nowait(item)
            case Policy.DROP_NEW:
                try:
                    self.queue.put_nowait(item)
                except asyncio.QueueFull:
                    self.dropped += 1

    async def close(self):
        await self.queue.put(self._CLOSE)

    def __aiter__(self) -> AsyncIterator[T]:
        return self

    async def __anext__(self) -> T:
        item = await self.queue.get()
        if item is self._CLOSE:
            raise StopAsyncIteration
        return item

    def __repr__(self):
        return f"<Sub {self.id} {self.topic!r} {self.policy.name.lower()} dropped={self.dropped}>"


class Broker:
    def __init__(self):
        self._subs: dict[str, list[Subscription]] = {}
        self.closed = False
        self.log = logging.getLogger(type(self).__name__)

    @asynccontextmanager
    async def subscribe(self, topic, **options):
        sub = Subscription(topic, **options)
        self._subs.setdefault(topic, []).append(sub)
        self.log.debug("subscribed %r", sub)
        try:
            yield sub
        finally:
            self._subs[topic].remove(sub)
            self.log.info("unsubscribed %s", sub)

    async def publish(self, topic, *items):
        if self.closed:
            raise Closed(topic)
        for item in items:
            for sub in list(self._subs.get(topic, ())):
                await sub.put(item)

    async def shutdown(self):
        self.closed = True
        await asyncio.gather(*(s.close() for subs in self._subs.values() for s in subs))


async def consume(broker, topic, out, *, delay=0.0, limit=None, started=None, **options):
    async with broker.subscribe(topic, **options) as sub:
        if started:
            started.set()
        n = 0
        async for item in sub:
            await asyncio.sleep(delay)
            out.append(item)
            n += 1
            if n == limit:
                break
        return sub


async def main():
    logging.basicConfig(level=logging.INFO, stream=sys.stdout, format="%(name)s %(levelname).3s %(message)s")
    broker = Broker()
    outs = {p: [] for p in Policy}
    async with asyncio.TaskGroup() as tg:
        tasks = [tg.create_task(consume(broker, "t", outs[p], policy=p, delay=0.002 * (p is not Policy.BLOCK)), name=p.name) for p in Policy]
        await asyncio.sleep(0)
        await broker.publish("t", *range(6))
        await broker.publish("other", "nobody")
        await asyncio.sleep(0.02)
        await broker.shutdown()
    for t in tasks:
        print(t.get_name(), t.result().policy.value, outs[t.result().policy][0], len(outs[t.result().policy]) + t.result().dropped)
    print(outs[Policy.BLOCK])
    try:
        await broker.publish("t", 1)
    except Closed as e:
        print("closed", e)
    b2 = Broker()
    got, ev = [], asyncio.Event()
    task = asyncio.create_task(consume(b2, "x", got, limit=2, started=ev, size=1))
    await ev.wait()
    pub = asyncio.create_task(b2.publish("x", *"abcd"))
    done, pending = await asyncio.wait({task, pub}, timeout=0.05)
    print(got, len(done), len(pending), task.result())
    for p in pending:
        p.cancel()
    print(await asyncio.gather(*pending, return_exceptions=True), b2._subs)


asyncio.run(main())
