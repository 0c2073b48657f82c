import asyncio

import weft


class WorkerPool(weft.Node):
    """Works on several items at once, with workers and queues, and keeps their order."""

    params = {"workers": weft.Param(int, default=2, min=1, max=64)}

    async def process(self, stream):
        jobs = asyncio.Queue()
        order = asyncio.Queue()

        async def work(name):
            while (job := await jobs.get()) is not None:
                item, result = job
                await asyncio.sleep(item["takes"])
                result.set_result({"item": item["name"], "worker": name})
                jobs.task_done()

        async def deal():
            async for item in stream:
                result = asyncio.get_running_loop().create_future()
                await jobs.put((item, result))
                await order.put(result)
            for _ in range(self.config["workers"]):
                await jobs.put(None)
            await order.put(None)

        async with asyncio.TaskGroup() as group:
            group.create_task(deal())
            for number in range(self.config["workers"]):
                group.create_task(work(f"worker-{number}"))
            while (result := await order.get()) is not None:
                yield await result
