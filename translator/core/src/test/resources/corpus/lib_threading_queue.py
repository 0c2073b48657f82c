import queue
import threading
from concurrent.futures import ThreadPoolExecutor, as_completed

jobs = queue.Queue()
results = []
lock = threading.Lock()


def worker():
    while True:
        item = jobs.get()
        if item is None:
            jobs.task_done()
            break
        with lock:
            results.append(item * item)
        jobs.task_done()


threads = [threading.Thread(target=worker, name=f"worker-{n}") for n in range(3)]
for t in threads:
    t.start()
for n in range(10):
    jobs.put(n)
for _ in threads:
    jobs.put(None)
jobs.join()
for t in threads:
    t.join()
print(sorted(results), threads[0].name, threads[0].is_alive())
try:
    jobs.get_nowait()
except queue.Empty:
    print("empty", jobs.qsize())

with ThreadPoolExecutor(max_workers=4) as pool:
    futures = [pool.submit(pow, n, 2) for n in range(5)]
    print(sorted(f.result() for f in as_completed(futures)))
    print(list(pool.map(lambda x: x + 1, [1, 2, 3])))
    failing = pool.submit(int, "x")
    print(type(failing.exception()).__name__, failing.done())

event = threading.Event()
counter = {"n": 0}


def waiter():
    event.wait()
    with lock:
        counter["n"] += 1


ts = [threading.Thread(target=waiter, daemon=True) for _ in range(3)]
for t in ts:
    t.start()
event.set()
for t in ts:
    t.join(timeout=5)
print(counter, event.is_set())


class Counter(threading.Thread):
    def __init__(self, limit):
        super().__init__()
        self.limit = limit
        self.total = 0

    def run(self):
        for i in range(self.limit):
            self.total += i


c = Counter(100)
c.start()
c.join()
print(c.total)
