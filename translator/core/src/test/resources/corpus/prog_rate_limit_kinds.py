"""Rate limits: token bucket, sliding window, leaky bucket; on a fake loop clock."""
import asyncio
import math
import random
from collections import deque
from contextlib import asynccontextmanager


class TokenBucket:
    def __init__(self, rate, capacity, *, clock):
        self.rate = rate
        self.capacity = capacity
        self.tokens = float(capacity)
        self.clock = clock
        self.updated = clock()

    def _refill(self):
        now = self.clock()
        self.tokens = min(self.capacity, self.tokens + (now - self.updated) * self.rate)
        self.updated = now

    def try_acquire(self, n=1):
        self._refill()
        if self.tokens >= n:
            self.tokens -= n
            return True
        return False

    def wait_time(self, n=1):
        self._refill()
        return max(0.0, (n - self.tokens) / self.rate)


class SlidingWindow:
    def __init__(self, limit, window, clock):
        self.limit, self.window, self.clock = limit, window, clock
        self.stamps = deque()

    def allow(self):
        now = self.clock()
        while self.stamps and self.stamps[0] <= now - self.window:
            self.stamps.popleft()
        if len(self.stamps) < self.limit:
            self.stamps.append(now)
            return True
        return False


class FakeTime:
    def __init__(self):
        self.t = 0.0
        self.sleepers = []

    def __call__(self):
        return self.t

    async def sleep(self, dt):
        fut = asyncio.get_event_loop().create_future()
        self.sleepers.append((self.t + dt, len(self.sleepers), fut))
        self.sleepers.sort(key=lambda s: s[:2])
        await fut

    async def run_until(self, end):
        while self.sleepers and self.sleepers[0][0] <= end:
            when, _, fut = self.sleepers.pop(0)
            self.t = when
            if not fut.cancelled():
                fut.set_result(None)
            for _ in range(3):
                await asyncio.sleep(0)
        self.t = end


class Limiter:
    def __init__(self, bucket, time, max_concurrent=2):
        self.bucket = bucket
        self.time = time
        self.sem = asyncio.BoundedSemaphore(max_concurrent)
        self.active = 0
        self.peak = 0

    @asynccontextmanager
    async def slot(self, cost=1):
        async with self.sem:
            while not self.bucket.try_acquire(cost):
                await self.time.sleep(self.bucket.wait_time(cost))
            self.active += 1
            self.peak = max(self.peak, self.active)
            try:
                yield self.active
            finally:
                self.active -= 1


async def client(ident, limiter, out):
    for n in range(2):
        async with limiter.slot(cost=1 + ident % 2) as active:
            out.append((round(limiter.time(), 3), ident, n, active))
            await limiter.time.sleep(0.1)


async def main():
    time = FakeTime()
    limiter = Limiter(TokenBucket(rate=4, capacity=2, clock=time), time)
    out = []
    tasks = [asyncio.create_task(client(i, limiter, out)) for i in range(4)]
    await asyncio.sleep(0)
    await time.run_until(20)
    print([t.done() for t in tasks], limiter.peak)
    for row in out:
        print("t=%6.3f client=%d n=%d active=%d" % row)
    win = SlidingWindow(3, 1.0, time)
    answers = []
    for step in [0, .1, .1, .1, .8, .1, 5]:
        time.t += step
        answers.append("Y" if win.allow() else "n")
    print("".join(answers), math.floor(time.t), f"{time.t:.2f}")
    try:
        limiter.sem.release()
    except ValueError as e:
        print("ValueError:", e)
    rnd = random.Random("seed")
    print([round(rnd.expovariate(2), 5) for _ in range(3)], rnd.randint(1, 6), rnd.random() < .5)
    print(rnd.triangular(0, 1, .5), rnd.betavariate(1, 2), rnd.shuffle(x := [1, 2, 3, 4]), x)


asyncio.run(main())
