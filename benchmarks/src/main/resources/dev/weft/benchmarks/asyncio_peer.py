"""The work of the benchmarks on CPython's asyncio; writes a JSON object per case.

Reads nothing, needs nothing but CPython 3.11 or newer. Usage: python3 - REPEATS < asyncio_peer.py
"""

import asyncio
import json
import platform
import sys
import time

CASES = []


def case(group, operations):
    def add(function):
        CASES.append((group, function.__name__, operations, function))
        return function

    return add


async def nothing():
    pass


async def value(i):
    return i


@case("Spawn", 10_000)
async def spawnAndJoin(n):
    total = 0
    for i in range(n):
        total += await asyncio.create_task(value(i))
    return total


@case("Spawn", 10_000)
async def scopeOfTenThousand(n):
    async with asyncio.TaskGroup() as group:
        for _ in range(n):
            group.create_task(nothing())


async def yield_many(n):
    for _ in range(n):
        await asyncio.sleep(0)


@case("Switch", 20_000)
async def yield_(n):
    other = asyncio.create_task(yield_many(n // 2))
    await yield_many(n // 2)
    await other


@case("Switch", 10_000)
async def pingPong(n):
    ping, pong = asyncio.Semaphore(0), asyncio.Semaphore(0)

    async def other():
        for _ in range(n):
            await ping.acquire()
            pong.release()

    task = asyncio.create_task(other())
    for _ in range(n):
        ping.release()
        await pong.acquire()
    await task


async def through(queue, n):
    async def produce():
        for i in range(n):
            await queue.put(i)

    task = asyncio.create_task(produce())
    total = 0
    for _ in range(n):
        total += await queue.get()
    await task
    return total


@case("Channel", 20_000)
async def buffered(n):
    await through(asyncio.Queue(64), n)


@case("Channel", 20_000)
async def queue(n):
    await through(asyncio.Queue(1), n)


@case("Lock", 16_000)
async def lock(n):
    shared = asyncio.Lock()

    async def body():
        for _ in range(n // 16):
            async with shared:
                await asyncio.sleep(0)

    await asyncio.gather(*(body() for _ in range(16)))


@case("Lock", 16_000)
async def semaphore(n):
    shared = asyncio.Semaphore(4)

    async def body():
        for _ in range(n // 16):
            async with shared:
                await asyncio.sleep(0)

    await asyncio.gather(*(body() for _ in range(16)))


@case("Time", 10_000)
async def timeout(n):
    total = 0
    for i in range(n):
        async with asyncio.timeout(10):
            total += await value(i)
    return total


@case("Time", 10_000)
async def sleepers(n):
    async with asyncio.TaskGroup() as group:
        for _ in range(n):
            group.create_task(asyncio.sleep(0.02))


@case("Time", 10_000)
async def cancelStorm(n):
    tasks = [asyncio.create_task(asyncio.sleep(3600)) for _ in range(n)]
    await asyncio.sleep(0)
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


async def numbers(n):
    for i in range(n):
        yield i


async def mapped(source, function):
    async for i in source:
        yield function(i)


async def filtered(source, test):
    async for i in source:
        if test(i):
            yield i


@case("Stream", 20_000)
async def fiveStages(n):
    stream = mapped(numbers(n), lambda i: i + 1)
    stream = filtered(stream, lambda i: i % 2 == 0)
    stream = mapped(stream, lambda i: i * 3)
    stream = filtered(stream, lambda i: i % 5 != 0)
    total = 0
    async for i in stream:
        total += i
    return total


@case("Stream", 50_000)
async def generator(n):
    total = 0
    async for i in numbers(n):
        total += i
    return total


def main():
    repeats = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    for group, name, operations, function in CASES:
        samples = []
        asyncio.run(function(operations))
        for _ in range(repeats):
            begin = time.perf_counter_ns()
            asyncio.run(function(operations))
            samples.append((time.perf_counter_ns() - begin) / operations)
        print(
            json.dumps(
                {
                    "group": group,
                    "name": name.rstrip("_"),
                    "samples": samples,
                    "version": platform.python_version(),
                }
            ),
            flush=True,
        )


main()
