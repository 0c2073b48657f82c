import asyncio
from collections import deque


class RateLimiter:
    """At most `limit` entries per `window` seconds."""

    def __init__(self, limit, window):
        self.limit = limit
        self.window = window
        self.stamps = deque()

    async def __aenter__(self):
        loop = asyncio.get_running_loop()
        while True:
            now = loop.time()
            while self.stamps and now - self.stamps[0] >= self.window:
                self.stamps.popleft()
            if len(self.stamps) < self.limit:
                self.stamps.append(now)
                return self
            await asyncio.sleep(self.window - (now - self.stamps[0]))

    async def __aexit__(self, exc_type, exc, tb):
        return False


async def job(i, limiter, log, start):
    async with limiter:
        elapsed = asyncio.get_running_loop().time() - start
        log.append((i, int(elapsed / 0.1)))
        await asyncio.sleep(0.001)


async def main():
    limiter = RateLimiter(3, 0.1)
    log = []
    start = asyncio.get_running_loop().time()
    await asyncio.gather(*(job(i, limiter, log, start) for i in range(8)))
    print(sorted(i for i, _ in log))
    print([window for _, window in log])


asyncio.run(main())
