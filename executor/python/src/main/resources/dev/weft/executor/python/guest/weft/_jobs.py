"""What the host has a node do: one job for a batch of items, a stream, or a call."""

import asyncio
import contextvars
import inspect
import time
from collections import deque

from weft._errors_report import report
from weft._loop import SLICE
from weft._node import Item, Stream

RUNNING, DONE, FAILED, CANCELLED = 0, 1, 2, 3

#: The index of the item that a task is at work on; a task has that of the one that started it.
INDEX = contextvars.ContextVar("weft.item")

#: How many results are collected before the host is given them.
MOST_RESULTS = 256


class Job:
    """Something under way: its results since the host last looked, and how it stands."""

    def __init__(self, number, context):
        self.number = number
        self.context = context
        self.results = []
        self.state = RUNNING
        self.error = None
        self.wants = False
        self.task = None

    def run(self, coroutine):
        self.task = self.context.loop.create_task(self._guard(coroutine))

    async def _guard(self, coroutine):
        try:
            await coroutine
            self.state = DONE
        except asyncio.CancelledError as error:
            self.state = CANCELLED
            self.error = report(error)
        except BaseException as error:
            self.fail(error)

    def fail(self, error):
        self.state = FAILED
        self.error = report(error)

    def cancel(self, message):
        if self.task is not None:
            self.task.cancel(message)
        else:
            self.state = CANCELLED

    def take(self):
        """What the host is told, or None if nothing is new."""
        results, self.results = self.results, []
        if self.state == RUNNING and not results and not self.wants:
            return None
        return (self.number, self.state, results, self.error, self.wants, self.untouched())

    def untouched(self):
        """How many items it was brought and has not taken."""
        return 0


class CallJob(Job):
    """A call of a method without arguments, `async` or not."""

    def start(self, method):
        async def call():
            result = method()
            if inspect.isawaitable(result):
                await result

        self.run(call())


class SyncBatch(Job):
    """Items through a plain function, or a generator, one after the other."""

    def start(self, process, items, first, expanding):
        self.process = process
        self.items = items
        self.at = 0
        self.first = first
        self.expanding = expanding
        self.context.loop.call_soon(self.go_on)

    def go_on(self):
        if self.state != RUNNING:
            return
        process, items, results = self.process, self.items, self.results
        stop = time.monotonic() + SLICE
        at = self.at
        try:
            while at < len(items):
                INDEX.set(self.first + at)
                value = process(items[at])
                at += 1
                if self.expanding:
                    value = [each for each in value if each is not None]
                elif value is not None and inspect.isawaitable(value):
                    raise TypeError(
                        "process() returned something to be awaited; write 'async def process'"
                    )
                results.append(value)
                if time.monotonic() > stop and at < len(items):
                    self.at = at
                    self.context.loop.call_soon(self.go_on)
                    return
            self.state = DONE
        except BaseException as error:
            self.fail(error)


class AsyncBatch(Job):
    """Items through a coroutine function, one after the other."""

    def start(self, process, items, first, expanding):
        async def each():
            for at, item in enumerate(items):
                INDEX.set(first + at)
                value = await process(item)
                # Looked up after the wait, in which the host may have taken the list.
                self.results.append(value)

        self.run(each())


class Items(Stream):
    """The items of a stream, as the host brings them."""

    def __init__(self, job):
        self.job = job
        self.queue = deque()
        self.ended = False
        self.waiter = None

    async def __anext__(self):
        job = self.job
        while not self.queue:
            if self.ended:
                raise StopAsyncIteration
            job.wants = True
            self.waiter = job.context.loop.create_future()
            try:
                await self.waiter
            finally:
                job.wants = False
                self.waiter = None
        job.context.taken += 1
        INDEX.set(job.context.taken)
        return self.queue.popleft()

    def push(self, items, end):
        self.queue.extend(items)
        self.ended = self.ended or end
        self.job.wants = False
        if self.waiter is not None:
            _release(self.waiter)


class StreamJob(Job):
    """A generator of results, `async` or not, fed by a stream or by nothing."""

    def __init__(self, number, context):
        super().__init__(number, context)
        self.items = Items(self)
        self.room = None

    def start(self, results):
        self.run(self.collect(results))

    async def collect(self, results):
        if not hasattr(results, "__aiter__"):
            results = _awaitable(results)
        began = self.context.turn
        stop = time.monotonic() + SLICE
        try:
            async for value in results:
                if value is None:
                    continue
                self.results.append(value)
                if began != self.context.turn:
                    began, stop = self.context.turn, time.monotonic() + SLICE
                if len(self.results) >= MOST_RESULTS or time.monotonic() > stop:
                    self.room = self.context.loop.create_future()
                    await self.room
        finally:
            await results.aclose()

    def untouched(self):
        return len(self.items.queue)

    def take(self):
        news = super().take()
        room, self.room = self.room, None
        if room is not None:
            self.context.loop.call_soon(_release, room)
        return news


def _release(future):
    if not future.done():
        future.set_result(None)


async def _awaitable(results):
    for value in results:
        yield value


async def with_flush(process, flush, stream, expanding):
    """The stream of results of a node that works item by item and has `flush`."""
    async for item in stream:
        value = process(item)
        if inspect.isawaitable(value):
            value = await value
        if expanding:
            for each in value:
                yield each
        else:
            yield value
    rest = flush()
    if inspect.isawaitable(rest):
        rest = await rest
    if hasattr(rest, "__aiter__"):
        async for each in rest:
            yield each
    elif inspect.isgenerator(rest):
        for each in rest:
            yield each
    elif rest is not None:
        yield rest
