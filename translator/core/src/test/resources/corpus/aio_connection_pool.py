import asyncio, signal, random, time, sys
from asyncio import Queue, QueueFull, TaskGroup
from contextlib import AsyncExitStack, suppress, contextmanager, closing

class Pool:
    def __init__(self, make, size):
        self._make = make
        self._free = asyncio.LifoQueue()
        self._size = size
        self._made = 0

    async def __aenter__(self):
        return self

    async def __aexit__(self, *exc):
        while not self._free.empty():
            (await self._free.get()).close()

    async def acquire(self):
        if self._free.empty() and self._made < self._size:
            self._made += 1
            return self._make(self._made)
        return await self._free.get()

    def release(self, c):
        self._free.put_nowait(c)

class Conn:
    open_count = 0
    def __init__(self, n):
        self.n = n
        Conn.open_count += 1
    def close(self):
        Conn.open_count -= 1
        pass
    async def query(self, q):
        await asyncio.sleep(0.001 * len(q))
        if "bad" in q:
            raise RuntimeError(f"conn {self.n}: {q}")
        return q[::-1]

class PooledConn:
    def __init__(self, pool): self.pool = pool
    async def __aenter__(self):
        self.c = await self.pool.acquire()
        return self.c
    async def __aexit__(self, et, e, tb):
        self.pool.release(self.c)
        if et is RuntimeError:
            print("swallowed", str(e)[-7:])
            return True

async def job(pool, q, out):
    async with PooledConn(pool) as c:
        out[q] = await c.query(q)

async def ticker(n, delay):
    for i in range(n):
        yield i
        await asyncio.sleep(delay)

async def bounded(coros, limit):
    sem = asyncio.Semaphore(limit)
    async def run(c):
        async with sem:
            return await c
    return await asyncio.gather(*[run(c) for c in coros])

async def main():
    out = {}
    async with Pool(Conn, 2) as pool:
        async with TaskGroup() as tg:
            for q in ["a", "bcd", "bad one", "xyz", "ef"]:
                tg.create_task(job(pool, q, out), name=q)
    print(dict(sorted(out.items())), Conn.open_count)
    async def val(x, d):
        await asyncio.sleep(d)
        return x
    print(await bounded([val(i, 0.001 * (5 - i)) for i in range(5)], 2))
    try:
        async with asyncio.timeout(0.02) as cm:
            async for i in ticker(100, 0.005):
                pass
    except TimeoutError:
        print("timeout", i >= 2, cm.expired())
    with suppress(ZeroDivisionError):
        1 / 0
    async with AsyncExitStack() as st:
        p = await st.enter_async_context(Pool(Conn, 1))
        c = await p.acquire()
        st.callback(print, "callback", c.n)
        p.release(c)
    try:
        async with TaskGroup() as tg:
            tg.create_task(val(1, 5))
            tg.create_task(job_fail("x"))
            tg.create_task(job_fail("y"))
    except* ValueError as eg:
        print("group", [str(e) for e in eg.exceptions])
    except* KeyError as eg:
        print("keys", eg.exceptions)
    q: Queue[int] = Queue(1)
    q.put_nowait(1)
    try:
        q.put_nowait(2)
    except QueueFull:
        print("full", q.qsize(), q.full())
    t = asyncio.create_task(q.put(3))
    await asyncio.sleep(0)
    print(await q.get(), await q.get(), t.done())
    cond = asyncio.Condition()
    state = []
    async def waiter(n):
        async with cond:
            await cond.wait_for(lambda: len(state) >= n)
            return n, len(state)
    ws = [asyncio.create_task(waiter(n)) for n in (1, 2)]
    for x in "ab":
        await asyncio.sleep(0)
        async with cond:
            state.append(x)
            cond.notify_all()
    print(await asyncio.gather(*ws))
    done, pending = await asyncio.wait([asyncio.create_task(val(k, d)) for k, d in (("s", 0.05), ("f", 0.001))], return_when=asyncio.FIRST_COMPLETED)
    print([d.result() for d in done], len(pending))
    for p in pending:
        p.cancel()
    res = await asyncio.gather(*pending, return_exceptions=True)
    print([type(r).__name__ for r in res])
    loop = asyncio.get_running_loop()
    fut = loop.create_future()
    loop.call_later(0.001, fut.set_exception, OSError(5, "boom"))
    try:
        await fut
    except OSError as e:
        print(e, e.errno)
    r = await loop.run_in_executor(None, sum, [1, 2, 3])
    r2 = await asyncio.to_thread(lambda a, b=2: a * b, 4)
    print(r, r2)

async def job_fail(x):
    await asyncio.sleep(0)
    raise ValueError(x)

asyncio.run(main())
