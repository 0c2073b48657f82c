"""Records how asyncio's tasks behave, step by step, as the expectation of RecordedTasksTest.

Usage: python3.12 record_tasks.py > ../resources/dev/weft/runtime/tasks-3.12.txt

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


async def work(log, name, turns, fail=None):
    log(f"{name} starts")
    try:
        for _ in range(turns):
            await sleep(0)
        if fail:
            log(f"{name} fails")
            raise OSError(fail)
        log(f"{name} ends")
        return name
    except asyncio.CancelledError:
        log(f"{name} cancelled")
        raise


@scenario
async def tasks_and_callbacks_start_in_order(log):
    loop = get_running_loop()
    loop.call_soon(log, "callback 1")
    t1 = create_task(work(log, "a", 1))
    loop.call_soon(log, "callback 2")
    t2 = create_task(work(log, "b", 0))
    log("main goes on")
    await sleep(0)
    log("main after a turn")
    await t1
    await t2


@scenario
async def awaiting_a_task_takes_a_turn(log):
    t = tick(log, 5)
    log(await create_task(work(log, "a", 0)))
    log(await create_task(work(log, "b", 1)))
    await t


@scenario
async def a_plain_call_does_not_yield(log):
    t = tick(log, 2)
    log(await work(log, "a", 0))
    log("main")
    await t


@scenario
async def cancellation_lands_at_the_next_suspension(log):
    async def body():
        me = asyncio.current_task()
        me.cancel("self")
        log("still running")
        try:
            await sleep(0)
            log("not here")
        except asyncio.CancelledError as e:
            log(f"landed {e.args[0]}")
        await sleep(0)
        log(f"went on with {me.cancelling()} request")
        return "value"

    t = tick(log, 4)
    task = create_task(body())
    log(await task)
    await t


@scenario
async def cancelling_a_waiting_task_takes_a_turn(log):
    task = create_task(work(log, "a", 100))
    await sleep(0)
    await sleep(0)
    t = tick(log, 4)
    task.cancel("one")
    task.cancel("two")
    log(f"requests {task.cancelling()}")
    try:
        await task
    except asyncio.CancelledError:
        log("main saw it")
    await t


@scenario
async def a_task_cancelled_before_it_starts_never_runs(log):
    t = tick(log, 3)
    task = create_task(work(log, "a", 1))
    task.cancel()
    await asyncio.wait([task])
    log(f"cancelled {task.cancelled()}")
    await t


@scenario
async def cancelling_the_awaiter_cancels_the_awaited(log):
    inner = create_task(work(log, "inner", 100))

    async def outer():
        try:
            await inner
        except asyncio.CancelledError as e:
            log(f"outer cancelled {e.args[0]}")
            raise

    task = create_task(outer())
    await sleep(0)
    await sleep(0)
    t = tick(log, 5)
    task.cancel("why")
    await asyncio.wait([task])
    log(f"inner cancelled {inner.cancelled()}")
    await t


@scenario
async def gather_takes_two_turns_after_the_last(log):
    t = tick(log, 7)
    tasks = [create_task(work(log, n, i)) for i, n in enumerate("ab")]
    log(str(await asyncio.gather(*tasks, tasks[0])))
    await t


@scenario
async def gather_of_the_done_and_of_nothing_does_not_wait(log):
    done = create_task(work(log, "a", 0))
    await done
    t = tick(log, 2)
    log(str(await asyncio.gather(done)))
    log(str(await asyncio.gather()))
    await t


@scenario
async def a_failure_in_gather_leaves_the_others_running(log):
    t = tick(log, 8)
    slow = create_task(work(log, "slow", 5))
    try:
        await asyncio.gather(slow, create_task(work(log, "bad", 1, "broken")))
    except OSError as e:
        log(f"main saw {e}")
    log(await slow)
    await t


@scenario
async def gather_with_exceptions_waits_for_all(log):
    t = tick(log, 6)
    results = await asyncio.gather(
        create_task(work(log, "bad", 0, "broken")),
        create_task(work(log, "good", 2)),
        return_exceptions=True,
    )
    log(f"{type(results[0]).__name__} {results[1]}")
    await t


@scenario
async def cancelling_gather_cancels_its_tasks(log):
    tasks = [create_task(work(log, n, 100)) for n in "ab"]

    async def gathering():
        try:
            await asyncio.gather(*tasks)
        except asyncio.CancelledError:
            log("gathering cancelled")
            raise

    task = create_task(gathering())
    await sleep(0)
    await sleep(0)
    t = tick(log, 6)
    task.cancel("stop")
    await asyncio.wait([task])
    log("main goes on")
    await t


@scenario
async def wait_has_three_modes(log):
    for mode in (asyncio.FIRST_COMPLETED, asyncio.FIRST_EXCEPTION, asyncio.ALL_COMPLETED):
        t = tick(log, 9)
        tasks = [
            create_task(work(log, "a", 1)),
            create_task(work(log, "b", 3, "broken")),
            create_task(work(log, "c", 5)),
        ]
        done, pending = await asyncio.wait(tasks, return_when=mode)
        log(f"done {len(done)} pending {len(pending)}")
        await asyncio.wait(tasks)
        await t


@scenario
async def as_completed_comes_in_the_order_of_the_ends(log):
    t = tick(log, 8)
    tasks = [create_task(work(log, "slow", 4)), create_task(work(log, "fast", 1))]
    for next_done in asyncio.as_completed(tasks):
        log(f"main got {await next_done}")
    await t


@scenario
async def callbacks_and_awaiters_run_in_the_order_of_registration(log):
    task = create_task(work(log, "a", 1))

    async def awaiter(name):
        await task
        log(f"awaiter {name}")

    task.add_done_callback(lambda _: log("callback 1"))
    one = create_task(awaiter("1"))
    await sleep(0)
    task.add_done_callback(lambda _: log("callback 2"))
    await one
    task.add_done_callback(lambda _: log("callback 3"))
    log("main")
    await sleep(0)
    await sleep(0)


@scenario
async def a_group_cancels_siblings_and_its_body(log):
    t = tick(log, 12)
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(work(log, "long", 100))
            group.create_task(work(log, "bad", 1, "broken"))
            try:
                await sleep(3600)
            except asyncio.CancelledError:
                log("body cancelled")
                raise
    except ExceptionGroup as e:
        log(f"failures {len(e.exceptions)}: {e.exceptions[0]}")
    log(f"requests {asyncio.current_task().cancelling()}")
    await t


@scenario
async def a_group_groups_several_failures(log):
    t = tick(log, 9)
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(work(log, "bad1", 1, "one"))
            group.create_task(work(log, "bad2", 1, "two"))
            group.create_task(work(log, "good", 0))
    except ExceptionGroup as e:
        log(f"failures {len(e.exceptions)}: {[str(x) for x in e.exceptions]}")
    await t


@scenario
async def a_cancelled_owner_cancels_its_group(log):
    async def owner():
        try:
            async with asyncio.TaskGroup() as group:
                group.create_task(work(log, "a", 100))
                group.create_task(work(log, "b", 100))
        except asyncio.CancelledError as e:
            log("owner cancelled")
            raise

    task = create_task(owner())
    await sleep(0)
    await sleep(0)
    t = tick(log, 8)
    task.cancel()
    await asyncio.wait([task])
    log(f"cancelled {task.cancelled()}")
    await t


@scenario
async def an_expired_timeout_takes_back_its_request(log):
    me = asyncio.current_task()
    try:
        async with asyncio.timeout(0):
            log("inside")
            try:
                await sleep(3600)
            except asyncio.CancelledError:
                log(f"cancelled with {me.cancelling()} request")
                raise
    except TimeoutError:
        log(f"timed out with {me.cancelling()} requests")
    await sleep(0)
    log("goes on")


@scenario
async def nested_timeouts_expire_together(log):
    me = asyncio.current_task()
    try:
        async with asyncio.timeout(0):
            try:
                async with asyncio.timeout(0):
                    await sleep(3600)
            except TimeoutError:
                log(f"inner timed out with {me.cancelling()}")
                await sleep(3600)
    except TimeoutError:
        log(f"outer timed out with {me.cancelling()}")
    except asyncio.CancelledError:
        log(f"outer cancelled with {me.cancelling()}")


@scenario
async def a_rescheduled_timeout_goes_by_the_new_limit(log):
    me = asyncio.current_task()
    async with asyncio.timeout(0.001) as deadline:
        deadline.reschedule(get_running_loop().time() + 3600)
        await sleep(0.01)
        log("not expired")
    try:
        async with asyncio.timeout(3600) as deadline:
            deadline.reschedule(get_running_loop().time())
            await sleep(3600)
    except TimeoutError:
        log(f"expired with {me.cancelling()}")


@scenario
async def wait_for_awaits_the_cleanup_of_what_it_cancels(log):
    async def child():
        try:
            await sleep(3600)
        finally:
            log("child cleans up")
            await sleep(0)
            await sleep(0)
            log("child is clean")

    task = create_task(child())
    await sleep(0)
    t = tick(log, 8)
    try:
        await asyncio.wait_for(task, 0)
    except TimeoutError:
        log("main timed out")
    await t


@scenario
async def wait_for_returns_a_late_value(log):
    async def child():
        try:
            await sleep(3600)
        except asyncio.CancelledError:
            log("child refuses")
            return "late"

    task = create_task(child())
    await sleep(0)
    log(await asyncio.wait_for(task, 0.001))
    log(f"requests {asyncio.current_task().cancelling()}")


@scenario
async def shield_lets_the_inner_task_go_on(log):
    inner = create_task(work(log, "inner", 4))

    async def outer():
        try:
            await asyncio.shield(inner)
        except asyncio.CancelledError:
            log("outer cancelled")
            raise

    task = create_task(outer())
    await sleep(0)
    await sleep(0)
    task.cancel()
    await asyncio.wait([task])
    log("main goes on")
    log(await inner)


@scenario
async def a_task_copies_the_context_and_a_call_shares_it(log):
    user = contextvars.ContextVar("user")
    user.set("ada")

    async def child():
        log(f"child sees {user.get()}")
        user.set("bob")

    async def callee():
        user.set("dan")

    task = create_task(child())
    user.set("cyd")
    await task
    log(f"after the task {user.get()}")
    await callee()
    log(f"after the call {user.get()}")


@scenario
async def an_error_in_cleanup_replaces_the_cancellation(log):
    async def body():
        try:
            await sleep(3600)
        finally:
            raise OSError("cleanup broke")

    task = create_task(body())
    await sleep(0)
    task.cancel()
    try:
        await task
    except OSError as e:
        log(f"{e}, cancelled {task.cancelled()}")


def main():
    for function in SCENARIOS:
        print(f"== {function.__name__}")
        asyncio.run(function(print))


main()
