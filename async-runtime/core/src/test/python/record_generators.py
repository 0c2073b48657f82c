"""Records how CPython's asynchronous generators behave, as the expectation of RecordedGeneratorTest.

Usage: python3.12 record_generators.py > ../resources/dev/weft/runtime/generators-3.12.txt
"""

import asyncio
import sys
from asyncio import create_task, sleep
from contextlib import aclosing

SCENARIOS = []
KEPT = []


def scenario(function):
    SCENARIOS.append(function)
    return function


async def step(log, awaitable):
    try:
        log(f"-> {await awaitable}")
    except StopAsyncIteration:
        log("-> end")
    except ValueError as e:
        log(f"-> error {e}")
    except RuntimeError:
        log("-> refused")


async def echo(log):
    log("starts")
    try:
        log(f"got {(yield 1) or 'nothing'}")
        log(f"got {(yield 2) or 'nothing'}")
    finally:
        log("finally")


@scenario
async def send_values(log):
    generator = echo(log)
    await step(log, generator.asend(None))
    await step(log, generator.asend("a"))
    await step(log, generator.asend("b"))
    await step(log, generator.asend("c"))
    await step(log, anext(generator))


@scenario
async def send_before_the_start(log):
    generator = echo(log)
    try:
        await generator.asend("a")
    except TypeError:
        log("-> refused")
    await step(log, anext(generator))
    await generator.aclose()


async def catcher(log):
    try:
        yield 1
    except ValueError as e:
        log(f"caught {e}")
    yield 2
    log("goes on")
    yield 3


@scenario
async def throw_caught_and_not_caught(log):
    generator = catcher(log)
    await step(log, anext(generator))
    await step(log, generator.athrow(ValueError("one")))
    await step(log, generator.athrow(ValueError("two")))
    await step(log, anext(generator))


@scenario
async def throw_before_the_start_and_after_the_end(log):
    generator = echo(log)
    await step(log, generator.athrow(ValueError("early")))
    await step(log, anext(generator))


async def cleaner(log):
    try:
        yield 1
        yield 2
    finally:
        log("cleans")
        await sleep(0)
        log("cleaned")


@scenario
async def close_awaits_cleanup(log):
    generator = cleaner(log)
    await step(log, anext(generator))
    other = create_task(say(log, "other"))
    await generator.aclose()
    log("closed")
    await generator.aclose()
    await step(log, anext(generator))
    await other


async def say(log, line):
    log(line)


@scenario
async def close_before_the_start(log):
    generator = echo(log)
    await generator.aclose()
    log("closed")
    await step(log, anext(generator))


async def stubborn(log):
    try:
        yield 1
    except GeneratorExit:
        log("ignores")
        yield 2
    log("ends")


@scenario
async def close_ignored(log):
    generator = stubborn(log)
    await step(log, anext(generator))
    try:
        await generator.aclose()
    except RuntimeError:
        log("-> refused")
    await step(log, anext(generator))


async def failing(log):
    yield 1
    raise ValueError("broken")


@scenario
async def failure_ends_it(log):
    generator = failing(log)
    await step(log, anext(generator))
    await step(log, anext(generator))
    await step(log, anext(generator))


async def counter(log, hops):
    for i in range(3):
        for _ in range(hops):
            await sleep(0)
        yield i


async def ticker(log):
    for i in range(4):
        log(f"tick {i}")
        await sleep(0)


@scenario
async def steps_without_suspension_do_not_go_through_the_queue(log):
    task = create_task(ticker(log))
    async for i in counter(log, 0):
        log(f"element {i}")
    await task


@scenario
async def steps_that_suspend_let_others_run(log):
    task = create_task(ticker(log))
    async for i in counter(log, 1):
        log(f"element {i}")
    await task


async def sleeper(log):
    try:
        yield 1
        await asyncio.Event().wait()
        yield 2
    except asyncio.CancelledError:
        log("body cancelled")
        raise
    finally:
        log("finally")


@scenario
async def cancellation_passes_through_the_body(log):
    generator = sleeper(log)

    async def consume():
        try:
            async for i in generator:
                log(f"element {i}")
        except asyncio.CancelledError:
            log("consumer cancelled")
            raise

    task = create_task(consume())
    await sleep(0)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        log(f"task cancelled {task.cancelled()}")
    await step(log, anext(generator))


@scenario
async def two_at_once_are_refused(log):
    event = asyncio.Event()

    async def waits():
        yield 1
        await event.wait()
        yield 2

    generator = waits()
    await step(log, anext(generator))
    task = create_task(step(log, anext(generator)))
    await sleep(0)
    await step(log, anext(generator))
    try:
        await generator.aclose()
    except RuntimeError:
        log("close refused")
    event.set()
    await task
    await generator.aclose()


@scenario
async def several_tasks_in_turn(log):
    generator = counter(log, 1)

    async def one(name):
        log(f"{name} {await anext(generator)}")

    for name in "abc":
        await create_task(one(name))
    await step(log, anext(generator))


async def outer(log):
    try:
        async with aclosing(cleaner(log)) as inner:
            async for i in inner:
                yield i * 10
    finally:
        log("outer finally")


@scenario
async def nested_close_unwinds_from_within(log):
    async with aclosing(outer(log)) as generator:
        async for i in generator:
            log(f"element {i}")
            break
    log("out")


@scenario
async def nested_steps_suspend_as_the_consumer(log):
    task = create_task(ticker(log))

    async def doubled():
        async for i in counter(log, 1):
            yield i * 2

    async for i in doubled():
        log(f"element {i}")
    await task


@scenario
async def live_at_exit_is_closed(log):
    generator = cleaner(log)
    KEPT.append(generator)
    await step(log, anext(generator))
    log("main ends")


def main():
    print(f"# recorded with CPython {sys.version_info[0]}.{sys.version_info[1]} by {sys.argv[0].rsplit('/')[-1]}")
    for function in SCENARIOS:
        print(f"== {function.__name__}")
        asyncio.run(function(lambda line: print(line.replace("True", "true").replace("False", "false"))))


main()
