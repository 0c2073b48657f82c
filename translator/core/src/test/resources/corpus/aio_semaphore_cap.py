"""Never more than the cap at a time; a bounded semaphore refuses an extra release."""
import asyncio


class Gauge:
    def __init__(self):
        self.now = 0
        self.peak = 0

    def __enter__(self):
        self.now += 1
        self.peak = max(self.peak, self.now)
        return self

    def __exit__(self, *exc):
        self.now -= 1
        return False


async def job(n, sem, gauge, done):
    async with sem:
        with gauge:
            await asyncio.sleep(0.001 * (n % 3 + 1))
    done.append(n)


async def main():
    sem = asyncio.Semaphore(3)
    gauge = Gauge()
    done = []
    await asyncio.gather(*(job(n, sem, gauge, done) for n in range(10)))
    print("peak", gauge.peak, "done", sorted(done))
    print(sem.locked())

    free = asyncio.Semaphore(0)
    free.release()
    free.release()
    await free.acquire()
    print("one left:", not free.locked())

    bounded = asyncio.BoundedSemaphore(2)
    await bounded.acquire()
    bounded.release()
    try:
        bounded.release()
    except ValueError as e:
        print("ValueError:", e)
    try:
        asyncio.Semaphore(-1)
    except ValueError as e:
        print("ValueError:", e)


asyncio.run(main())
