import asyncio
import signal


class Service:
    def __init__(self, name):
        self.name = name
        self.processed = 0

    async def run(self, stop):
        try:
            while not stop.is_set():
                self.processed += 1
                try:
                    await asyncio.wait_for(stop.wait(), timeout=0.01)
                except asyncio.TimeoutError:
                    pass
        except asyncio.CancelledError:
            print(self.name, "cancelled")
            raise
        finally:
            print(self.name, "stopped", self.processed > 0)


async def stubborn():
    try:
        await asyncio.sleep(100)
    except asyncio.CancelledError:
        await asyncio.sleep(0.01)
        print("stubborn cleaned up")
        raise


async def main():
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    loop.add_signal_handler(signal.SIGTERM, stop.set)
    services = [Service("web"), Service("worker")]
    tasks = [asyncio.create_task(s.run(stop), name=s.name) for s in services]
    extra = asyncio.create_task(stubborn(), name="extra")
    loop.call_later(0.05, stop.set)
    await asyncio.gather(*tasks)
    extra.cancel()
    results = await asyncio.gather(extra, return_exceptions=True)
    print([type(r).__name__ for r in results], extra.cancelled(), extra.get_name())
    loop.remove_signal_handler(signal.SIGTERM)
    left = [t for t in asyncio.all_tasks() if t is not asyncio.current_task()]
    print("left", len(left))


asyncio.run(main())
