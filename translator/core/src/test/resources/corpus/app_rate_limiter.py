"""Token bucket, sliding window and leaky bucket, compared on the same calls."""
import asyncio
from abc import ABC, abstractmethod
from collections import deque


class Limiter(ABC):
    @abstractmethod
    async def acquire(self) -> None: ...

    async def __aenter__(self):
        await self.acquire()
        return self

    async def __aexit__(self, exc_type, exc, tb):
        return False


class TokenBucket(Limiter):
    def __init__(self, rate, capacity):
        self.rate = rate
        self.capacity = capacity
        self.tokens = capacity
        self.updated = asyncio.get_running_loop().time()
        self.lock = asyncio.Lock()

    async def acquire(self):
        async with self.lock:
            while True:
                now = asyncio.get_running_loop().time()
                self.tokens = min(self.capacity, self.tokens + (now - self.updated) * self.rate)
                self.updated = now
                if self.tokens >= 0.999:
                    self.tokens -= 1
                    return
                await asyncio.sleep((1 - self.tokens) / self.rate)


class SlidingWindow(Limiter):
    def __init__(self, calls, period):
        self.calls = calls
        self.period = period
        self.times = deque()

    async def acquire(self):
        loop = asyncio.get_running_loop()
        while True:
            now = loop.time()
            while self.times and now - self.times[0] >= self.period - 1e-6:
                self.times.popleft()
            if len(self.times) < self.calls:
                self.times.append(now)
                return
            await asyncio.sleep(self.period - (now - self.times[0]))


class LeakyBucket(Limiter):
    def __init__(self, interval):
        self.interval = interval
        self.next_free = 0.0

    async def acquire(self):
        loop = asyncio.get_running_loop()
        now = loop.time()
        start = max(now, self.next_free)
        self.next_free = start + self.interval
        if start > now:
            await asyncio.sleep(start - now)


async def call(limiter, n, started, times):
    async with limiter:
        times.append((n, asyncio.get_running_loop().time() - started))


async def measure(name, limiter):
    started = asyncio.get_running_loop().time()
    times = []
    await asyncio.gather(*(call(limiter, n, started, times) for n in range(6)))
    steps = [round(t / 0.05) for _, t in times]
    print(f"{name:<12} calls={sorted(n for n, _ in times)} steps={steps}")


async def main():
    await measure("token", TokenBucket(rate=20, capacity=2))
    await measure("sliding", SlidingWindow(calls=3, period=0.05))
    await measure("leaky", LeakyBucket(0.05))


asyncio.run(main())
