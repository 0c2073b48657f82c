import asyncio
from contextlib import asynccontextmanager


class Pool:
    def __init__(self, size):
        self._free = asyncio.Queue()
        for i in range(size):
            self._free.put_nowait(f"conn-{i}")
        self.used = 0
        self.peak = 0

    @asynccontextmanager
    async def acquire(self):
        conn = await self._free.get()
        self.used += 1
        self.peak = max(self.peak, self.used)
        try:
            yield conn
        finally:
            self.used -= 1
            self._free.put_nowait(conn)


async def query(pool, n):
    async with pool.acquire() as conn:
        await asyncio.sleep(0.01 * (n % 3))
        if n == 4:
            raise ValueError(f"query {n} failed on {conn}")
        return n * n


async def main():
    pool = Pool(2)
    results = await asyncio.gather(*[query(pool, n) for n in range(7)], return_exceptions=True)
    good = [r for r in results if not isinstance(r, Exception)]
    bad = [type(r).__name__ for r in results if isinstance(r, Exception)]
    print(good, bad, pool.peak, pool.used, pool._free.qsize())


asyncio.run(main())
