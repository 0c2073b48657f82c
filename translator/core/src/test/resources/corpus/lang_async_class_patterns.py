import asyncio


class Pool:
    def __init__(self, size, factory):
        self._free = asyncio.Queue()
        self.created = 0
        self._factory = factory
        self.size = size

    async def __aenter__(self):
        for _ in range(self.size):
            self.created += 1
            await self._free.put(await self._factory(self.created))
        return self

    async def __aexit__(self, *exc):
        closed = []
        while not self._free.empty():
            closed.append(self._free.get_nowait())
        print("closed", closed)

    def acquire(self):
        return Lease(self)


class Lease:
    def __init__(self, pool):
        self.pool = pool
        self.conn = None

    async def __aenter__(self):
        self.conn = await self.pool._free.get()
        return self.conn

    async def __aexit__(self, exc_type, exc, tb):
        await self.pool._free.put(self.conn)
        if exc_type is ValueError:
            print("swallowed", exc)
            return True


class Paginator:
    def __init__(self, total, size):
        self.total, self.size = total, size

    def __aiter__(self):
        self.offset = 0
        return self

    async def __anext__(self):
        if self.offset >= self.total:
            raise StopAsyncIteration
        page = list(range(self.offset, min(self.offset + self.size, self.total)))
        self.offset += self.size
        await asyncio.sleep(0)
        return page


class Service:
    def __init__(self):
        self.started = asyncio.Event()

    async def run(self):
        await asyncio.sleep(0.01)
        self.started.set()
        try:
            await asyncio.Event().wait()
        except asyncio.CancelledError:
            print("service stopping")
            raise

    async def wait_ready(self, timeout=1):
        await asyncio.wait_for(self.started.wait(), timeout)
        return "ready"


async def connect(n):
    await asyncio.sleep(0)
    return f"conn{n}"


async def main():
    async with Pool(2, connect) as pool:
        async with pool.acquire() as a, pool.acquire() as b:
            print(a, b, pool._free.empty())
        async with pool.acquire() as c:
            raise ValueError("oops")

        async def use(i):
            async with pool.acquire() as conn:
                await asyncio.sleep(0.01)
                return i, conn

        print(await asyncio.gather(*(use(i) for i in range(4))))
    async for page in Paginator(5, 2):
        print(page)
    print([len(p) async for p in Paginator(7, 3)])
    svc = Service()
    task = asyncio.create_task(svc.run())
    print(await svc.wait_ready())
    task.cancel()
    print(await asyncio.gather(task, return_exceptions=True))


asyncio.run(main())
