import asyncio
from contextlib import asynccontextmanager


class RWLock:
    def __init__(self):
        self._readers = 0
        self._cond = asyncio.Condition()
        self._writing = False

    @asynccontextmanager
    async def read(self):
        async with self._cond:
            await self._cond.wait_for(lambda: not self._writing)
            self._readers += 1
        try:
            yield self._readers
        finally:
            async with self._cond:
                self._readers -= 1
                self._cond.notify_all()

    @asynccontextmanager
    async def write(self):
        async with self._cond:
            await self._cond.wait_for(lambda: not self._writing and self._readers == 0)
            self._writing = True
        try:
            yield
        finally:
            async with self._cond:
                self._writing = False
                self._cond.notify_all()


async def main():
    lock = RWLock()
    data = {"value": 0}
    seen = []

    async def reader(n):
        async with lock.read() as count:
            seen.append((n, count, data["value"]))
            await asyncio.sleep(0.01)

    async def writer():
        async with lock.write():
            data["value"] += 1
            await asyncio.sleep(0.01)

    await asyncio.gather(reader(1), reader(2), writer(), reader(3))
    await reader(4)
    print(sorted(seen))


asyncio.run(main())
