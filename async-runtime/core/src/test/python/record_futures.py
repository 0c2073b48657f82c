"""Records how asyncio's futures, callbacks and waits behave, as the expectation of RecordedFuturesTest.

Usage: python3.12 record_futures.py > ../resources/dev/weft/runtime/futures-3.12.txt

Each scenario writes lines to a log; the Java test of the same name writes the same lines. A ticker
logs every turn of the ready queue, so that the number of turns that something takes is seen.
"""

import asyncio
import contextvars
from asyncio import create_task, get_running_loop, sleep

SCENARIOS = []


def scenario(function):
    SCENARIOS.append(function)
    return function


async def ticker(log, turns):
    for i in range(turns):
        log(f"turn {i}")
        await sleep(0)


def tick(log, turns):
    return create_task(ticker(log, turns))


async def awaiting(log, name, future):
    log(f"{name} waits")
    try:
        log(f"{name} got {await future}")
    except asyncio.CancelledError:
        log(f"{name} saw the cancellation")
    except OSError as e:
        log(f"{name} saw {e}")


@scenario
async def an_awaiter_takes_a_turn_once_the_future_is_set(log):
    future = get_running_loop().create_future()
    awaiter = create_task(awaiting(log, "a", future))
    t = tick(log, 4)
    await sleep(0)
    log("main sets")
    future.set_result("value")
    log("main goes on")
    await awaiter
    await t


@scenario
async def callbacks_run_in_order_through_the_queue(log):
    future = get_running_loop().create_future()
    for name in ("first", "second", "third"):
        future.add_done_callback(lambda f, name=name: log(f"{name} {f.result()}"))
    get_running_loop().call_soon(log, "soon before")
    future.set_result("value")
    get_running_loop().call_soon(log, "soon after")
    log("main goes on")
    await sleep(0)
    future.add_done_callback(lambda f: log("late"))
    log("main has added another")
    await sleep(0)


@scenario
async def a_second_set_is_refused(log):
    future = get_running_loop().create_future()
    future.set_result("one")
    for action in (lambda: future.set_result("two"), lambda: future.set_exception(OSError("no"))):
        try:
            action()
        except asyncio.InvalidStateError:
            log("refused")
    log(f"cancel {future.cancel()}")
    log(await future)


@scenario
async def several_awaiters_resume_in_their_order(log):
    future = get_running_loop().create_future()
    awaiters = [create_task(awaiting(log, name, future)) for name in "abc"]
    await sleep(0)
    future.set_exception(OSError("broken"))
    for awaiter in awaiters:
        await awaiter


@scenario
async def a_future_that_is_set_does_not_suspend_its_awaiter(log):
    future = get_running_loop().create_future()
    future.set_result("value")
    t = tick(log, 2)
    log(await future)
    log("main goes on")
    await t


@scenario
async def a_cancelled_future_is_seen_by_its_awaiter(log):
    future = get_running_loop().create_future()
    awaiter = create_task(awaiting(log, "a", future))
    await sleep(0)
    log(f"cancel {future.cancel()}")
    log(f"again {future.cancel()}")
    await awaiter


@scenario
async def a_cancelled_awaiter_cancels_its_future(log):
    future = get_running_loop().create_future()
    awaiter = create_task(awaiting(log, "a", future))
    t = tick(log, 3)
    await sleep(0)
    awaiter.cancel()
    log(f"future cancelled {future.cancelled()}")
    await awaiter
    await t


@scenario
async def a_callback_sees_a_copy_of_its_makers_context(log):
    loop = get_running_loop()
    user = contextvars.ContextVar("user")
    user.set("ann")

    def show(name):
        log(f"{name} sees {user.get()}")
        user.set(name)

    loop.call_soon(show, "soon")
    loop.call_later(0.001, show, "later")
    future = loop.create_future()
    future.add_done_callback(lambda f: show("done"))
    user.set("bob")
    loop.call_soon(show, "second")
    future.set_result(None)
    await sleep(0.01)
    log(f"main sees {user.get()}")


@scenario
async def a_failing_callback_goes_to_the_handler_and_the_others_run(log):
    loop = get_running_loop()
    loop.set_exception_handler(lambda _, context: log(f"handler got {context['exception']}"))

    def fail():
        raise OSError("broken")

    loop.call_soon(log, "before")
    loop.call_soon(fail)
    loop.call_soon(log, "after")
    await sleep(0)
    log("main goes on")


@scenario
async def gather_takes_one_task_twice(log):
    async def value(text, turns):
        for _ in range(turns):
            await sleep(0)
        log(f"{text} ends")
        return text

    a = create_task(value("a", 2))
    b = create_task(value("b", 1))
    log(str(await asyncio.gather(a, b, a)))


@scenario
async def gather_mixes_futures_and_tasks(log):
    async def value():
        await sleep(0)
        return "task"

    future = get_running_loop().create_future()
    task = create_task(value())
    t = tick(log, 5)
    get_running_loop().call_later(0, future.set_result, "future")
    log(str(await asyncio.gather(future, task)))
    await t


@scenario
async def wait_returns_what_is_done_when_the_time_is_up(log):
    quick = create_task(sleep(0.01))
    slow = create_task(sleep(3600))
    done, pending = await asyncio.wait([quick, slow], timeout=0.05)
    log(f"done {len(done)} pending {len(pending)}")
    log(f"slow cancelled {slow.cancelled()}")
    slow.cancel()
    done, pending = await asyncio.wait([slow], timeout=0.05)
    log(f"done {len(done)} pending {len(pending)} cancelled {slow.cancelled()}")


@scenario
async def as_completed_stops_when_the_time_is_up(log):
    async def after(text, seconds):
        await sleep(seconds)
        return text

    tasks = [create_task(after("c", 3600)), create_task(after("b", 0.02)), create_task(after("a", 0.01))]
    try:
        for next_one in asyncio.as_completed(tasks, timeout=0.06):
            log(await next_one)
    except TimeoutError:
        log("timed out")
    log(f"c done {tasks[0].done()}")


@scenario
async def wait_for_a_shielded_task_leaves_it_running(log):
    async def inner():
        try:
            await sleep(0.03)
            log("inner ends")
            return "late"
        except asyncio.CancelledError:
            log("inner cancelled")
            raise

    task = create_task(inner())
    try:
        await asyncio.wait_for(asyncio.shield(task), 0.01)
    except TimeoutError:
        log("timed out")
    log(await task)


@scenario
async def what_is_left_at_the_end_is_cancelled(log):
    async def left(name):
        try:
            await sleep(3600)
        except asyncio.CancelledError:
            log(f"{name} cancelled")
            raise
        finally:
            await sleep(0)
            log(f"{name} cleaned up")

    create_task(left("a"))
    await sleep(0)
    log("main ends")


def main():
    for function in SCENARIOS:
        print(f"== {function.__name__}")
        asyncio.run(function(print))


main()
