"""Blocking work in threads: to_thread, run_in_executor, and back with call_soon_threadsafe."""
import asyncio
import concurrent.futures
import functools
import threading
import time


def slow_square(n):
    time.sleep(0.01)
    return n * n


def power(base, exponent=2):
    return base**exponent


def fails():
    raise KeyError("missing")


async def main():
    print(await asyncio.to_thread(slow_square, 7))
    print(await asyncio.to_thread(power, 2, exponent=5))
    loop = asyncio.get_running_loop()
    print(await loop.run_in_executor(None, slow_square, 8))
    print(await loop.run_in_executor(None, functools.partial(power, 3, exponent=3)))
    with concurrent.futures.ThreadPoolExecutor(max_workers=2) as pool:
        results = await asyncio.gather(*(loop.run_in_executor(pool, slow_square, n) for n in range(4)))
        print(results)
    try:
        await asyncio.to_thread(fails)
    except KeyError as e:
        print("KeyError", e)

    done = asyncio.Event()

    def from_thread():
        loop.call_soon_threadsafe(done.set)

    thread = threading.Thread(target=from_thread)
    thread.start()
    await done.wait()
    thread.join()
    print("event was set from a thread", thread.is_alive())

    async def answer():
        await asyncio.sleep(0)
        return 42

    def ask():
        return asyncio.run_coroutine_threadsafe(answer(), loop).result(timeout=5)

    print(await asyncio.to_thread(ask))


asyncio.run(main())
