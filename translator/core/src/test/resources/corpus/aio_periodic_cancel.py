import asyncio


class Periodic:
    def __init__(self, interval, callback):
        self.interval = interval
        self.callback = callback
        self._task = None

    def start(self):
        self._task = asyncio.create_task(self._run())
        return self

    async def stop(self):
        self._task.cancel()
        try:
            await self._task
        except asyncio.CancelledError:
            pass

    async def _run(self):
        while True:
            await asyncio.sleep(self.interval)
            result = self.callback()
            if asyncio.iscoroutine(result):
                await result


async def main():
    ticks = []
    p = Periodic(0.1, lambda: ticks.append(len(ticks))).start()

    async def tock():
        ticks.append("tock")

    q = Periodic(0.25, tock).start()
    await asyncio.sleep(0.45)
    await p.stop()
    await q.stop()
    count = len(ticks)
    await asyncio.sleep(0.05)
    print(len(ticks) == count, ticks.count("tock"), [t for t in ticks if t != "tock"][:3])


asyncio.run(main())
