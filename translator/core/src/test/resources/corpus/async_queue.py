import asyncio


async def producer(queue, n):
    for i in range(n):
        await queue.put(i)
        print("put", i)
    await queue.put(None)


async def consumer(queue):
    total = 0
    while True:
        item = await queue.get()
        if item is None:
            break
        print("got", item)
        total += item
        queue.task_done()
    return total


async def worker(name, queue, results):
    while True:
        job = await queue.get()
        await asyncio.sleep(0.001)
        results.append((name, job))
        queue.task_done()


async def main():
    q = asyncio.Queue(maxsize=2)
    _, total = await asyncio.gather(producer(q, 5), consumer(q))
    print("total", total)
    jobs = asyncio.Queue()
    for i in range(6):
        jobs.put_nowait(i)
    results = []
    workers = [asyncio.create_task(worker(f"w{i}", jobs, results)) for i in range(2)]
    await jobs.join()
    for w in workers:
        w.cancel()
    await asyncio.gather(*workers, return_exceptions=True)
    print(sorted(j for _, j in results), len(results), jobs.empty())
    pq = asyncio.PriorityQueue()
    for item in [(3, "c"), (1, "a"), (2, "b")]:
        await pq.put(item)
    while not pq.empty():
        print(await pq.get())
    lq = asyncio.LifoQueue()
    lq.put_nowait(1)
    lq.put_nowait(2)
    print(lq.get_nowait(), lq.qsize())
    try:
        q.get_nowait()
    except asyncio.QueueEmpty:
        print("empty")


asyncio.run(main())
