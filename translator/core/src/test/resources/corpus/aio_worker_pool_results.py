import asyncio
import random


async def worker(name, queue, results):
    while not queue.empty():
        n = await queue.get()
        await asyncio.sleep(random.uniform(0.001, 0.002))
        results[n] = n ** 2
        queue.task_done()


async def main():
    random.seed(3)
    queue = asyncio.Queue()
    for n in range(12):
        queue.put_nowait(n)
    results = {}
    workers = [asyncio.create_task(worker(f"w{i}", queue, results)) for i in range(4)]
    await queue.join()
    await asyncio.gather(*workers)
    print([results[n] for n in sorted(results)])
    print(len(results), sum(results.values()))


asyncio.run(main())
