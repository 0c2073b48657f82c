"""Nodes that see streams, wait, and keep things."""

import asyncio
from collections import deque
from dataclasses import dataclass

import weft


class SlidingMean(weft.Node):
    """The mean of the last `size` numbers, from the first full window on."""

    params = {"size": weft.Param(int, min=1, max=1000)}

    async def process(self, stream):
        window = deque(maxlen=self.config["size"])
        async for number in stream:
            window.append(number)
            if len(window) == window.maxlen:
                yield sum(window) / len(window)


class Doubled(weft.Node):
    async def initialize(self):
        await asyncio.sleep(0.001)
        self.ready = True

    async def process(self, item):
        await asyncio.sleep(0.001)
        if item < 0:
            raise ValueError(f"{item} is below zero")
        return item * 2 if self.ready else None

    async def cleanup(self):
        await asyncio.sleep(0)


class Pairs(weft.Node):
    """Joins items two by two; what is left comes at the end."""

    def initialize(self):
        self.kept = None

    def process(self, item):
        if self.kept is None:
            self.kept = item
            return None
        first, self.kept = self.kept, None
        return [first, item]

    def flush(self):
        return [self.kept] if self.kept is not None else None


class Countdown(weft.Node):
    params = {"start": weft.Param(int, default=3)}

    def produce(self):
        for n in range(self.config["start"], 0, -1):
            yield n


class SlowCountdown(weft.Node):
    async def produce(self):
        for n in range(3, 0, -1):
            await asyncio.sleep(0.001)
            yield {"left": n}


class Unseen(weft.Node):
    """Drops what was seen before in the session."""

    def process(self, item):
        seen = self.state.setdefault("seen", [])
        if item in seen:
            return None
        seen.append(item)
        return {"item": item, "count": len(seen), "known": "seen" in self.state}


@dataclass
class Point:
    x: int
    y: float


class Points(weft.Node):
    def process(self, item):
        return {"point": Point(item, item / 2), "tuple": (1, "a"), "bytes": b"ab"}


class Gathered(weft.Node):
    """Asks a slow service about each item, all at once."""

    async def ask(self, name, delay):
        await asyncio.sleep(delay)
        if name == "bad":
            raise weft.ItemError("the service does not know 'bad'")
        return name.upper()

    async def process(self, item):
        return await asyncio.gather(*(self.ask(name, 0.001 * i) for i, name in enumerate(item)))


class Late(weft.Node):
    async def process(self, item):
        try:
            async with asyncio.timeout(0.005):
                await asyncio.sleep(item)
        except TimeoutError:
            raise weft.ItemError(f"item {weft.current_item().index} was too slow") from None
        return item


class Grouped(weft.Node):
    """A queue, a lock and a group of tasks."""

    async def process(self, item):
        queue = asyncio.Queue()
        lock = asyncio.Lock()
        done = []

        async def work(number):
            while not queue.empty():
                part = await queue.get()
                async with lock:
                    await asyncio.sleep(0)
                    done.append([number, part])

        for part in item:
            queue.put_nowait(part)
        async with asyncio.TaskGroup() as group:
            for number in range(3):
                group.create_task(work(number))
        return done


class BatchInTime(weft.Node):
    """Gathers items; a batch goes when it is full, or some time after its first item."""

    params = {"size": int, "wait": float}

    async def process(self, stream):
        queue = asyncio.Queue()

        async def read():
            async for item in stream:
                await queue.put(item)
            await queue.put(None)

        reader = asyncio.create_task(read())
        batch = []
        try:
            while True:
                try:
                    wait = self.config["wait"] if batch else None
                    item = await asyncio.wait_for(queue.get(), wait)
                except TimeoutError:
                    yield batch
                    batch = []
                    continue
                if item is None:
                    break
                batch.append(item)
                if len(batch) == self.config["size"]:
                    yield batch
                    batch = []
            if batch:
                yield batch
        finally:
            reader.cancel()


class Stuck(weft.Node):
    async def process(self, item):
        await asyncio.get_running_loop().create_future()


class FailsLate(weft.Node):
    async def process(self, stream):
        total = 0
        async for item in stream:
            total += item["value"]
            yield total
