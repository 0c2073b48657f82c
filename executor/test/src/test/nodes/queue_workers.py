import asyncio
import weft

class QueueWorkers(weft.Node):
    async def process(self, stream):
        queue = asyncio.Queue(maxsize=2)
        results = asyncio.Queue()

        async def worker(name):
            while True:
                item = await queue.get()
                try:
                    if item < 0:
                        raise ValueError(f"worker {name}: negative {item}")
                    await asyncio.sleep(item / 10)
                    await results.put((name, item))
                finally:
                    queue.task_done()

        async with asyncio.TaskGroup() as group:
            workers = [group.create_task(worker(i)) for i in range(2)]
            async for item in stream:
                await queue.put(item)
            await queue.join()
            for w in workers:
                w.cancel()
        while not results.empty():
            name, item = results.get_nowait()
            yield f"{name}:{item}"
