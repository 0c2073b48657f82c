import asyncio
import time


class RateLimiter:
    def __init__(self, rate):
        self.rate = rate
        self.semaphore = asyncio.Semaphore(rate)

    async def call(self, func, *args):
        async with self.semaphore:
            return await func(*args)


class Server:
    def __init__(self, name):
        self.name = name
        self.running = False
        self.handled = []
        self.queue = asyncio.Queue()

    async def start(self):
        self.running = True
        self._task = asyncio.create_task(self._loop())

    async def _loop(self):
        while self.running:
            request = await self.queue.get()
            if request is None:
                break
            self.handled.append(await self.handle(request))

    async def handle(self, request):
        await asyncio.sleep(0)
        return f"{self.name}:{request}"

    async def stop(self):
        self.running = False
        await self.queue.put(None)
        await self._task


async def fetch(n):
    await asyncio.sleep(0.001)
    return n * n


async def retry(attempts, delay=0.001):
    for attempt in range(1, attempts + 1):
        try:
            if attempt < 3:
                raise ConnectionError(f"attempt {attempt}")
            return f"ok after {attempt}"
        except ConnectionError as e:
            print("retry", e)
            await asyncio.sleep(delay * 2 ** attempt)
    return None


async def main():
    start = time.monotonic()
    limiter = RateLimiter(2)
    print(await asyncio.gather(*[limiter.call(fetch, i) for i in range(4)]))
    server = Server("srv")
    await server.start()
    for r in ["a", "b"]:
        await server.queue.put(r)
    await asyncio.sleep(0.005)
    await server.stop()
    print(server.handled)
    print(await retry(5))
    elapsed = time.monotonic() - start
    print(elapsed < 5)


if __name__ == "__main__":
    asyncio.run(main())
