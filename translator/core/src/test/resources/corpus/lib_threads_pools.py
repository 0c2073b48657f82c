"""Barriers, subclasses of Thread, futures of one's own, waits and maps over pools."""
import concurrent.futures as futures
import queue
import signal
import threading
from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, as_completed, wait


class Worker(threading.Thread):
    def __init__(self, n):
        super().__init__(name=f"worker-{n}", daemon=True)
        self.n = n
        self.result = 0

    def run(self):
        self.result = self.n * 2


def square(x):
    if x == 3:
        raise ValueError("three")
    return x * x


worker = Worker(4)
worker.start()
worker.join()
print(worker.result, worker.name, worker.daemon, worker.is_alive())
try:
    worker.start()
except RuntimeError as e:
    print(e)
barrier = threading.Barrier(3)
passed = []


def pass_through(i):
    barrier.wait()
    passed.append(i)


threads = [threading.Thread(target=pass_through, args=(i,)) for i in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(sorted(passed), barrier.parties, barrier.n_waiting, barrier.broken)
try:
    barrier.wait(timeout=0.01)
except threading.BrokenBarrierError:
    print("broken", barrier.broken)
print(threading.main_thread().name, threading.current_thread() is threading.main_thread(), [t.name for t in threading.enumerate()])
try:
    threading.BoundedSemaphore(1).release()
except ValueError as e:
    print(e)
with ThreadPoolExecutor(max_workers=2) as pool:
    jobs = [pool.submit(square, i) for i in range(5)]
    done, pending = wait(jobs)
    print(len(done), len(pending), [job.exception() for job in jobs])
    print(list(pool.map(lambda a, b: a + b, [1, 2], [3, 4])), list(pool.map(square, [1, 2], timeout=5)))
    first = wait([pool.submit(square, 1)], return_when=FIRST_COMPLETED)
    print(len(first.done), first.not_done)
    print(sorted(job.result() for job in as_completed([pool.submit(square, i) for i in (4, 2)], timeout=5)))
made = futures.Future()
made.set_result(3)
print(made.result(), made.done(), made.cancel())
failed = futures.Future()
failed.set_exception(ValueError("v"))
print(repr(failed.exception()))
print(queue.Queue(maxsize=3).maxsize, signal.strsignal(15))
