"""What asyncio.wait takes, tasks of a loop that has stopped, and what a task is."""
import asyncio
import socket
import concurrent.futures


def square(n):
    return n * n


async def pooled():
    loop = asyncio.get_running_loop()
    with concurrent.futures.ThreadPoolExecutor(max_workers=2) as pool:
        futures = [loop.run_in_executor(pool, square, n) for n in (2, 3, 4)]
        done, pending = await asyncio.wait(futures)
        print(sorted(f.result() for f in done), len(pending))
    plain = loop.create_future()
    loop.call_soon(plain.set_result, "set")
    done, pending = await asyncio.wait({plain}, timeout=5)
    print(done.pop().result(), pending)
    task = asyncio.create_task(asyncio.sleep(0, "slept"), name="sleeper")
    print(task.__class__, task.get_name(), task.get_coro() is not None)
    print(await task)


async def consumer(queue, taken):
    while True:
        taken.append(await queue.get())


async def producer(queue, number):
    for i in range(3):
        await queue.put(number * 10 + i)
        await asyncio.sleep(0)


asyncio.run(pooled())

taken = []
queue = asyncio.Queue()
loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
producers = [loop.create_task(producer(queue, number)) for number in range(2)]
consumers = [loop.create_task(consumer(queue, taken)) for _ in range(2)]


def stop():
    print("stopping", loop.is_running())
    loop.stop()


loop.call_later(0.05, stop)
loop.run_forever()
print(sorted(taken), [task.done() for task in producers])
left = asyncio.all_tasks(loop)
for task in left:
    task.cancel()
results = loop.run_until_complete(asyncio.gather(*left, return_exceptions=True))
print([type(result) for result in results])
loop.close()
print(loop.is_closed())
