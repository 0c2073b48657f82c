import asyncio


class TokenBucket:
    def __init__(self, capacity, refill):
        self.capacity = capacity
        self.tokens = capacity
        self.refill = refill
        self.waiters = 0

    async def take(self):
        while self.tokens < 1:
            self.waiters += 1
            await asyncio.sleep(0.001)
            self.tokens = min(self.capacity, self.tokens + self.refill)
        self.tokens -= 1


async def client(name, bucket, log):
    for i in range(3):
        await bucket.take()
        log.append((name, i))


async def main():
    bucket = TokenBucket(2, 1)
    log = []
    await asyncio.gather(client("a", bucket, log), client("b", bucket, log))
    print(len(log), sorted(log)[:2], bucket.waiters > 0)


asyncio.run(main())
