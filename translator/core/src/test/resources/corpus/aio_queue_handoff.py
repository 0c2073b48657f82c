"""Hand-off through a queue of one place, join, and one task_done too many."""
import asyncio


async def producer(queue, log):
    for i in range(4):
        log.append(f"put {i}")
        await queue.put(i)
        log.append(f"done {i}")


async def consumer(queue, log):
    while True:
        item = await queue.get()
        log.append(f"got {item}")
        await asyncio.sleep(0)
        queue.task_done()


async def main():
    queue = asyncio.Queue(1)
    log = []
    task = asyncio.create_task(consumer(queue, log))
    await producer(queue, log)
    await queue.join()
    log.append("joined")
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        log.append("consumer cancelled")
    for line in log:
        print(line)
    try:
        queue.task_done()
    except ValueError as e:
        print("ValueError:", e)
    print(queue.qsize(), queue.empty(), queue.full(), queue.maxsize)
    try:
        queue.get_nowait()
    except asyncio.QueueEmpty as e:
        print("empty", repr(e))
    queue.put_nowait("x")
    try:
        queue.put_nowait("y")
    except asyncio.QueueFull as e:
        print("full", repr(e))


asyncio.run(main())
