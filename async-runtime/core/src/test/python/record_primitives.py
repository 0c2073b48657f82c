"""Records how asyncio's primitives behave, step by step, as the expectation of RecordedOrderTest.

Usage: python3.12 record_primitives.py > ../resources/dev/weft/runtime/primitives-3.12.txt
       python3.13 record_primitives.py shutdown > ../resources/dev/weft/runtime/shutdown-3.13.txt

Each scenario writes lines to a log; the Java test of the same name writes the same lines.
"""

import asyncio
import sys
from asyncio import create_task, sleep

SCENARIOS = []


def scenario(function):
    SCENARIOS.append(function)
    return function


async def locker(log, name, lock, hops=1):
    log(f"{name} asks")
    try:
        await lock.acquire()
    except asyncio.CancelledError:
        log(f"{name} cancelled")
        raise
    log(f"{name} has it")
    for _ in range(hops):
        await sleep(0)
    log(f"{name} releases")
    lock.release()


async def settle(tasks):
    await asyncio.gather(*tasks, return_exceptions=True)


@scenario
async def lock_serves_in_order(log):
    lock = asyncio.Lock()
    await settle([create_task(locker(log, n, lock)) for n in "abc"])


@scenario
async def lock_skips_a_cancelled_waiter(log):
    lock = asyncio.Lock()
    await lock.acquire()
    tasks = [create_task(locker(log, n, lock)) for n in "abc"]
    await sleep(0)
    tasks[0].cancel()
    lock.release()
    log(f"locked {lock.locked()}")
    late = create_task(locker(log, "late", lock))
    await settle(tasks + [late])


@scenario
async def lock_late_acquirer_queues_behind_the_promised_one(log):
    lock = asyncio.Lock()
    await lock.acquire()
    first = create_task(locker(log, "first", lock))
    await sleep(0)
    lock.release()
    log(f"locked {lock.locked()}")
    try:
        lock.release()
    except RuntimeError:
        log("second release refused")
    await locker(log, "late", lock)
    await settle([first])


@scenario
async def lock_promised_one_is_cancelled(log):
    lock = asyncio.Lock()
    await lock.acquire()
    tasks = [create_task(locker(log, n, lock)) for n in "ab"]
    await sleep(0)
    lock.release()
    tasks[0].cancel()
    await settle(tasks)
    log(f"locked {lock.locked()}")


@scenario
async def semaphore_caps(log):
    semaphore = asyncio.Semaphore(2)
    await settle([create_task(locker(log, n, semaphore, 2)) for n in "abcde"])


@scenario
async def semaphore_over_release(log):
    semaphore = asyncio.Semaphore(1)
    semaphore.release()
    await semaphore.acquire()
    await semaphore.acquire()
    log(f"locked {semaphore.locked()}")
    bounded = asyncio.BoundedSemaphore(1)
    try:
        bounded.release()
    except ValueError:
        log("bounded refused")


@scenario
async def semaphore_promised_one_is_cancelled(log):
    semaphore = asyncio.Semaphore(0)
    tasks = [create_task(locker(log, n, semaphore)) for n in "abc"]
    await sleep(0)
    semaphore.release()
    semaphore.release()
    tasks[0].cancel()
    log(f"locked {semaphore.locked()}")
    await settle(tasks)
    log(f"locked {semaphore.locked()}")


@scenario
async def semaphore_late_acquirer_waits_while_permits_are_promised(log):
    semaphore = asyncio.Semaphore(0)
    first = create_task(locker(log, "first", semaphore))
    await sleep(0)
    semaphore.release()
    semaphore.release()
    log(f"locked {semaphore.locked()}")
    await locker(log, "late", semaphore)
    await settle([first])


async def condition_waiter(log, name, condition):
    async with condition:
        log(f"{name} waits")
        try:
            await condition.wait()
        except asyncio.CancelledError:
            log(f"{name} cancelled, locked {condition.locked()}")
            raise
        log(f"{name} goes on")
        await sleep(0)
    log(f"{name} out")


@scenario
async def condition_notifies_n(log):
    condition = asyncio.Condition()
    tasks = [create_task(condition_waiter(log, n, condition)) for n in "abcd"]
    await sleep(0)
    async with condition:
        condition.notify(2)
        log("notified 2")
    for _ in range(8):
        await sleep(0)
    async with condition:
        condition.notify_all()
        log("notified all")
    await settle(tasks)


@scenario
async def condition_reacquires_before_a_cancellation_leaves(log):
    condition = asyncio.Condition()
    task = create_task(condition_waiter(log, "a", condition))
    await sleep(0)
    await condition.acquire()
    task.cancel()
    for _ in range(3):
        await sleep(0)
    log(f"ended {task.done()}")
    condition.release()
    await settle([task])
    log(f"locked {condition.locked()}")


@scenario
async def condition_needs_its_lock(log):
    condition = asyncio.Condition()
    try:
        await condition.wait()
    except RuntimeError:
        log("wait refused")
    try:
        condition.notify()
    except RuntimeError:
        log("notify refused")


async def event_waiter(log, name, event):
    await event.wait()
    log(f"{name} goes on, set {event.is_set()}")


@scenario
async def event_set_then_clear_wakes_all(log):
    event = asyncio.Event()
    tasks = [create_task(event_waiter(log, n, event)) for n in "abc"]
    await sleep(0)
    event.set()
    event.clear()
    late = create_task(event_waiter(log, "late", event))
    await settle(tasks)
    log(f"late ended {late.done()}")
    event.set()
    await late


async def party(log, name, barrier):
    try:
        index = await barrier.wait()
    except asyncio.BrokenBarrierError:
        log(f"{name} broken")
    except asyncio.CancelledError:
        log(f"{name} cancelled")
        raise
    else:
        log(f"{name} passes as {index}")


@scenario
async def barrier_is_reused(log):
    barrier = asyncio.Barrier(2)
    await settle([create_task(party(log, n, barrier)) for n in "abcdef"])
    log(f"waiting {barrier.n_waiting}")


@scenario
async def barrier_abort_and_reset(log):
    barrier = asyncio.Barrier(3)
    tasks = [create_task(party(log, n, barrier)) for n in "ab"]
    await sleep(0)
    log(f"waiting {barrier.n_waiting}")
    await barrier.abort()
    log(f"broken {barrier.broken}")
    await settle(tasks)
    await party(log, "c", barrier)
    await barrier.reset()
    log(f"broken {barrier.broken}")
    tasks = [create_task(party(log, n, barrier)) for n in "de"]
    await sleep(0)
    await barrier.reset()
    await settle(tasks)
    await settle([create_task(party(log, n, barrier)) for n in "fgh"])


@scenario
async def barrier_party_is_cancelled(log):
    barrier = asyncio.Barrier(2)
    first = create_task(party(log, "a", barrier))
    await sleep(0)
    first.cancel()
    await settle([first])
    log(f"waiting {barrier.n_waiting}")
    await settle([create_task(party(log, n, barrier)) for n in "bc"])


async def put_all(log, name, queue, count):
    for i in range(count):
        await queue.put(f"{name}{i}")
        log(f"put {name}{i}, size {queue.qsize()}")


async def get_all(log, name, queue, count):
    for _ in range(count):
        try:
            item = await queue.get()
        except asyncio.CancelledError:
            log(f"{name} cancelled")
            raise
        log(f"{name} got {item}, size {queue.qsize()}")


@scenario
async def queue_of_one_hands_over(log):
    queue = asyncio.Queue(1)
    await settle(
        [create_task(put_all(log, "p", queue, 4)), create_task(get_all(log, "g", queue, 4))]
    )


@scenario
async def queue_of_one_with_several_on_each_side(log):
    queue = asyncio.Queue(1)
    await settle(
        [create_task(put_all(log, n, queue, 3)) for n in "pqr"]
        + [create_task(get_all(log, n, queue, 3)) for n in "ghi"]
    )


@scenario
async def queue_late_getter_takes_what_another_was_woken_for(log):
    queue = asyncio.Queue()
    tasks = [create_task(get_all(log, n, queue, 1)) for n in "ab"]
    await sleep(0)
    queue.put_nowait("x")
    await get_all(log, "late", queue, 1)
    await sleep(0)
    queue.put_nowait("y")
    queue.put_nowait("z")
    await settle(tasks)


@scenario
async def queue_woken_getter_is_cancelled(log):
    queue = asyncio.Queue()
    tasks = [create_task(get_all(log, n, queue, 1)) for n in "ab"]
    await sleep(0)
    queue.put_nowait("x")
    tasks[0].cancel()
    await settle(tasks)


@scenario
async def queue_join_and_task_done(log):
    queue = asyncio.Queue()

    async def worker():
        while True:
            item = await queue.get()
            await sleep(0)
            log(f"done {item}")
            queue.task_done()

    for i in range(4):
        queue.put_nowait(i)
    workers = [create_task(worker()) for _ in range(2)]
    await queue.join()
    log("joined")
    try:
        queue.task_done()
    except ValueError:
        log("task_done refused")
    for w in workers:
        w.cancel()
    await settle(workers)


@scenario
async def queue_orders(log):
    lifo = asyncio.LifoQueue()
    for i in range(4):
        lifo.put_nowait(i)
    log(" ".join(str(lifo.get_nowait()) for _ in range(4)))

    class Job:
        def __init__(self, priority, name):
            self.priority, self.name = priority, name

        def __lt__(self, other):
            return self.priority < other.priority

    heap = asyncio.PriorityQueue()
    for i, priority in enumerate([3, 1, 2, 1, 3, 1, 2, 2, 1, 3, 1]):
        heap.put_nowait(Job(priority, f"{priority}{chr(97 + i)}"))
    names = [heap.get_nowait().name for _ in range(6)]
    heap.put_nowait(Job(2, "2z"))
    names += [heap.get_nowait().name for _ in range(heap.qsize())]
    log(" ".join(names))


async def shutdown_getter(log, name, queue):
    try:
        log(f"{name} got {await queue.get()}")
    except asyncio.QueueShutDown:
        log(f"{name} shut down")


async def shutdown_putter(log, name, queue):
    try:
        await queue.put(name)
        log(f"{name} put")
    except asyncio.QueueShutDown:
        log(f"{name} shut down")


async def queue_shutdown_drains(log):
    queue = asyncio.Queue(1)
    queue.put_nowait("x")
    putters = [create_task(shutdown_putter(log, n, queue)) for n in "ab"]
    await sleep(0)
    queue.shutdown()
    await settle(putters)
    await shutdown_getter(log, "c", queue)
    await shutdown_getter(log, "d", queue)
    await shutdown_putter(log, "e", queue)


async def queue_shutdown_wakes_getters(log):
    queue = asyncio.Queue()
    getters = [create_task(shutdown_getter(log, n, queue)) for n in "ab"]
    await sleep(0)
    queue.shutdown()
    await settle(getters)


async def queue_shutdown_immediately(log):
    queue = asyncio.Queue()
    for i in range(3):
        queue.put_nowait(i)

    async def joiner():
        await queue.join()
        log("joined")

    task = create_task(joiner())
    await sleep(0)
    queue.shutdown(immediate=True)
    log(f"size {queue.qsize()}")
    await shutdown_getter(log, "a", queue)
    await task
    try:
        queue.task_done()
    except ValueError:
        log("task_done refused")


def main():
    scenarios = SCENARIOS
    if sys.argv[1:] == ["shutdown"]:
        scenarios = [
            queue_shutdown_drains,
            queue_shutdown_wakes_getters,
            queue_shutdown_immediately,
        ]
    print(f"# recorded with CPython {sys.version_info[0]}.{sys.version_info[1]} by {sys.argv[0].rsplit('/')[-1]}")
    for function in scenarios:
        print(f"== {function.__name__}")
        asyncio.run(function(lambda line: print(line.replace("True", "true").replace("False", "false"))))


main()
