import asyncio
import concurrent.futures
import queue
import threading
from concurrent.futures import ThreadPoolExecutor, as_completed, wait, FIRST_COMPLETED

local = threading.local()
lock = threading.Lock()
counter = 0


def bump(times):
    global counter
    local.mine = getattr(local, "mine", 0)
    for _ in range(times):
        with lock:
            counter += 1
        local.mine += 1
    return local.mine


def producer(q, n):
    for i in range(n):
        q.put(i)
    q.put(None)


class Worker(threading.Thread):
    def __init__(self, q, out):
        super().__init__(name="worker-1", daemon=True)
        self.q, self.out = q, out

    def run(self):
        while (item := self.q.get()) is not None:
            self.out.append(item * item)
            self.q.task_done()


def main():
    threads = [threading.Thread(target=bump, args=(100,), name=f"t{i}") for i in range(4)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    print(counter, [t.name for t in threads], any(t.is_alive() for t in threads), hasattr(local, "mine"))
    q, out = queue.Queue(maxsize=2), []
    w = Worker(q, out)
    w.start()
    producer(q, 5)
    w.join(timeout=5)
    print(out, w.name, w.daemon)
    with ThreadPoolExecutor(max_workers=3, thread_name_prefix="pool") as pool:
        futures = {pool.submit(pow, n, 2): n for n in range(5)}
        print(sorted((futures[f], f.result()) for f in as_completed(futures)))
        print(list(pool.map(lambda x: x + 1, [1, 2])))
        bad = pool.submit(int, "x")
        print(type(bad.exception()).__name__, bad.done())
        try:
            bad.result(timeout=1)
        except ValueError as e:
            print(e)
        done, pending = wait([pool.submit(len, "abc")], return_when=FIRST_COMPLETED)
        print([f.result() for f in done], pending)
    ev = threading.Event()
    timer = threading.Timer(0.01, ev.set)
    timer.start()
    print(ev.wait(2), ev.is_set())
    pq = queue.PriorityQueue()
    for item in [(3, "c"), (1, "a"), (2, "b")]:
        pq.put(item)
    print([pq.get()[1] for _ in range(pq.qsize())], pq.empty())
    try:
        pq.get_nowait()
    except queue.Empty:
        print("empty")
    try:
        q.get(timeout=0.001)
    except queue.Empty as e:
        print(repr(e))
    sem = threading.BoundedSemaphore(1)
    with sem:
        print(sem.acquire(blocking=False))
    cond = threading.Condition()
    ready = []

    def waiter():
        with cond:
            cond.wait_for(lambda: ready, timeout=2)
            ready.append("seen")

    t = threading.Thread(target=waiter)
    t.start()
    with cond:
        ready.append("go")
        cond.notify_all()
    t.join()
    print(ready, threading.current_thread() is threading.main_thread(), threading.current_thread().name)
    rlock = threading.RLock()
    with rlock, rlock:
        print("reentrant")


async def amain():
    loop = asyncio.get_running_loop()
    done = asyncio.Event()
    results = []

    def from_thread():
        loop.call_soon_threadsafe(results.append, "hello from thread")
        fut = asyncio.run_coroutine_threadsafe(asyncio.sleep(0.001, "value"), loop)
        results.append(fut.result(2))
        loop.call_soon_threadsafe(done.set)

    threading.Thread(target=from_thread).start()
    await done.wait()
    print(sorted(results))
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        print(await asyncio.gather(*(loop.run_in_executor(pool, lambda s=s: s.upper()) for s in "abc")))


main()
asyncio.run(amain())
