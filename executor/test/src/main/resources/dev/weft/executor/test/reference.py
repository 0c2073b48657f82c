"""Runs the cases of a node with the Python that runs this: what the other engines are held against.

Started with the directory of the package `weft`. Each line of the standard input is one case, each
line of the standard output what came of it. The event loop is that of the Python at hand, in
virtual time; what the executor does around a node is done here in as few words as possible.
"""

import asyncio
import base64
import inspect
import io
import json
import linecache
import logging
import marshal
import math
import os
import random
import re
import sys
import time
import traceback
import types
from asyncio import base_events

OWN = os.path.abspath(__file__)
GUEST = os.path.abspath(sys.argv[1])
LIBRARY = os.path.dirname(os.path.abspath(json.__file__))
STANDARD = os.path.dirname(LIBRARY)

#: What a node sees as the time when it starts: 1 January 2000.
START = 946_684_800

STATE_LIMIT = 16 << 20
DEPTH = 1_000


class Clock:
    now = 0.0


class Context:
    index = -1
    node = None


def stand_in_for_the_host():
    """Puts a module in the place of `weft._host`, which would talk to a host that is not there."""
    host = types.ModuleType("weft._host")
    host.log = logging.getLogger("weft")

    def item_in_work():
        if Context.node is None or Context.index < 0:
            return None
        from weft import Item

        return Item(Context.index, Context.node.id, Context.node.session)

    host.item_in_work = item_in_work
    sys.modules["weft._host"] = host
    sys.path.insert(0, GUEST)
    logging.getLogger("weft").setLevel(logging.DEBUG)
    logging.getLogger().addHandler(logging.NullHandler())
    logging.raiseExceptions = False
    for name, start in (("time", START), ("monotonic", 0), ("perf_counter", 0)):
        setattr(time, name, lambda start=start: start + Clock.now)
        setattr(time, name + "_ns", lambda start=start: int((start + Clock.now) * 1e9))

    def sleep(seconds):
        Clock.now += seconds

    time.sleep = sleep


stand_in_for_the_host()

import weft  # noqa: E402
from weft._errors import NodeError  # noqa: E402
from weft._node import Node, Param, Stream  # noqa: E402
from weft._plain import plain  # noqa: E402
from weft._state import State  # noqa: E402


class Standstill(Exception):
    """Everything waits, and for nothing that will come."""


class Skip:
    """The selector of a loop that moves on to its next timer at once."""

    def select(self, timeout):
        if timeout is None:
            raise Standstill()
        Clock.now += max(0.0, timeout)
        return []

    def close(self):
        pass


class VirtualLoop(base_events.BaseEventLoop):
    """The standard loop; only its time is ours."""

    def __init__(self):
        super().__init__()
        self._selector = Skip()
        self._clock_resolution = 1e-9
        self.set_exception_handler(lambda loop, context: None)

    def time(self):
        return Clock.now

    def _write_to_self(self):
        pass

    def _process_events(self, events):
        pass

    def run_in_executor(self, executor, func, *args):
        future = self.create_future()
        try:
            future.set_result(func(*args))
        except Exception as error:
            future.set_exception(error)
        return future


# Values, with a form in JSON for those that have none.


def to_json(value, depth=0):
    if depth > DEPTH:
        raise TypeError("the result is nested too deep; nest it less")
    if value is None or value is True or value is False:
        return value
    if type(value) in (int, str):
        return value
    if type(value) is float:
        if math.isfinite(value):
            return value
        return {"$float": "nan" if value != value else "inf" if value > 0 else "-inf"}
    if type(value) is bytes:
        return {"$bytes": base64.b64encode(value).decode("ascii")}
    if type(value) in (list, tuple):
        return [to_json(each, depth + 1) for each in value]
    if type(value) is dict:
        return {key_of(key): to_json(each, depth + 1) for key, each in value.items()}
    made = plain(value)
    if isinstance(made, dict) and "$tensor" in made:
        name, shape, order, _, data = made["$tensor"]
        fields = {"type": name, "shape": list(shape)}
        if order == "F":
            fields["order"] = "F"
        fields["data"] = base64.b64encode(data).decode("ascii")
        return {"$tensor": fields}
    return to_json(made, depth)


def key_of(key):
    if isinstance(key, str):
        return str.__str__(key)
    if key is None or isinstance(key, (bool, int, float)):
        return json.dumps(key)
    raise TypeError(f"a key of the result is a {type(key).__name__}, which is no JSON; use str")


def from_json(value):
    if isinstance(value, list):
        return [from_json(each) for each in value]
    if isinstance(value, dict):
        if len(value) == 1:
            if "$float" in value:
                return float(value["$float"])
            if "$bytes" in value:
                return base64.b64decode(value["$bytes"])
            if "$tensor" in value:
                return tensor_of(value["$tensor"])
        return {key: from_json(each) for key, each in value.items()}
    return value


def tensor_of(fields):
    from weft._tensor import KEY, from_frame

    data = base64.b64decode(fields["data"])
    parts = (fields["type"], fields["shape"], fields.get("order", "C"), "little", data)
    return from_frame({KEY: parts})


# Errors.


def describe(error, item=None, attempts=1, phase="process"):
    """What is said of an error: its class, its text, and the author's line."""
    line = 0
    if isinstance(error, SyntaxError) and error.filename:
        line = error.lineno or 0
    at = error.__traceback__
    while at is not None:
        name = os.path.abspath(at.tb_frame.f_code.co_filename)
        frozen = at.tb_frame.f_code.co_filename.startswith(("<frozen ", "<string>"))
        if name != OWN and not frozen and not name.startswith((GUEST, STANDARD)):
            line = at.tb_lineno
        at = at.tb_next
    kind = type(error).__qualname__
    if isinstance(error, NodeError):
        kind = "weft." + kind
    if isinstance(error, Timeout):
        kind, line = "timeout", 0
    if isinstance(error, Standstill):
        kind, line = "host", 0
    try:
        message = str(error.msg) if isinstance(error, SyntaxError) else str(error)
    except Exception:
        message = "its text could not be had"
    told = {"type": kind, "message": message}
    if line:
        told["line"] = line
    told["node"] = Context.id
    if item is not None and item >= 0:
        told["item"] = item
    if attempts > 1:
        told["attempts"] = attempts
    if phase != "process":
        told["phase"] = phase
    return told


class Timeout(Exception):
    """The limit of the node's policy."""


class Stopped(Exception):
    """A plain function raised StopIteration."""


class Failed(Exception):
    """The run ends with an error, which has been told."""


# Loading.


def load(file, name):
    with open(file, encoding="utf-8") as opened:
        source = opened.read()
    linecache.cache[file] = (len(source), None, source.splitlines(True), file)
    module = types.ModuleType(re.sub(r"\W", "_", os.path.basename(file).removesuffix(".py")))
    module.__file__ = file
    sys.modules[module.__name__] = module
    exec(compile(source, file, "exec", dont_inherit=True), module.__dict__)
    return getattr(module, name)


def forget_siblings(file):
    """Each run imports anew, as each has an interpreter of its own elsewhere."""
    directory = os.path.dirname(os.path.abspath(file))
    for name, module in list(sys.modules.items()):
        origin = getattr(module, "__file__", None) or ""
        if os.path.dirname(os.path.abspath(origin)) == directory and origin:
            del sys.modules[name]
    if directory not in sys.path:
        sys.path.append(directory)


def config_of(cls, params):
    config = dict(from_json(params))
    for name, param in (cls.params or {}).items():
        if isinstance(param, Param) and param.has_default and param.default is not None:
            config.setdefault(name, plain(param.default))
    return config


class Store:
    """The state of a session."""

    def __init__(self):
        self.values = {}

    def ask(self, what, key, value=None):
        if what == "get":
            found = key in self.values
            return (found, marshal.loads(self.values[key]) if found else None)
        if what == "put":
            self.values[key] = marshal.dumps(value, 2)
            return ""
        if what == "remove":
            self.values.pop(key, None)
            return ""
        return len(self.values)


# Running.


class Items(Stream):
    def __init__(self, queue):
        self.queue = queue

    async def __anext__(self):
        item = await self.queue.get()
        if item is END:
            self.queue.put_nowait(END)
            raise StopAsyncIteration
        Context.index += 1
        return item


END = object()


class Run:
    """One run of one node."""

    def __init__(self, case, run, store):
        self.case = case
        self.run = run
        self.store = store
        self.execution = case.get("execution", {})
        self.outputs, self.times = [], []
        self.errors, self.skipped, self.dead = [], [], []

    def observe(self):
        Clock.now = 0.0
        random.seed()
        Context.index, Context.node = -1, None
        Context.id = self.case["id"]
        loop = VirtualLoop()
        asyncio.set_event_loop(loop)
        forget_siblings(self.case["file"])
        try:
            self.cls = load(self.case["file"], self.case["node"])
        except BaseException as error:
            return {"problems": [describe(error)]}
        try:
            self.main = loop.create_task(self.live())
            loop.run_until_complete(self.main)
        except Standstill:
            waiting = Standstill(
                f"process() of node '{Context.id}' waits for something that will never come: no"
                " timer is set, and nothing else runs in it; look at what it awaits"
            )
            self.errors.append(describe(waiting, Context.index))
        except Failed:
            pass
        seen = {"outputs": self.outputs, "times": self.times}
        for name, told in (("errors", self.errors), ("skipped", self.skipped)):
            if told:
                seen[name] = told
        if self.dead:
            seen["dead_letters"] = self.dead
        return seen

    async def live(self):
        try:
            self.make()
            await maybe(self.node.initialize())
        except BaseException as error:
            self.errors.append(describe(error, phase="initialize"))
            return
        try:
            await self.work()
        except Failed:
            pass
        finally:
            self.save()
            try:
                await maybe(self.node.cleanup())
            except BaseException as error:
                self.errors.append(describe(error, phase="cleanup"))
            self.save()

    def make(self):
        cls = self.cls
        node = self.node = Context.node = cls.__new__(cls)
        node.id = Context.id
        node.session = self.run["session"]
        node.config = config_of(cls, self.case.get("params", {}))
        node.state = State(self.store.ask, STATE_LIMIT)
        node.log = logging.getLogger("weft")
        node.__init__()

    def save(self):
        self.node.state._save()

    async def work(self):
        cls, node = self.cls, self.node
        flushes = hasattr(cls, "flush")
        self.queue = asyncio.Queue()
        feeder = asyncio.ensure_future(self.feed())
        try:
            if hasattr(cls, "produce"):
                await self.collect(node.produce(), counts=True)
            elif inspect.isasyncgenfunction(cls.process):
                stream = Items(self.queue)
                results = node.process(stream)
                await self.collect(then_flush(results, node.flush) if flushes else results)
            elif flushes:
                await self.collect(by_item(node, Items(self.queue)))
            elif self.execution.get("concurrency", 1) > 1:
                await self.overlap(self.execution["concurrency"])
            else:
                await self.one_by_one()
        finally:
            feeder.cancel()

    async def feed(self):
        delays = self.run.get("delays", [])
        for at, item in enumerate(self.run.get("input", [])):
            if at < len(delays) and delays[at] > 0:
                await asyncio.sleep(delays[at])
            self.queue.put_nowait(from_json(item))
        if len(delays) > len(self.run.get("input", [])):
            await asyncio.sleep(delays[-1])
        self.queue.put_nowait(END)

    def emit(self, value):
        if value is not None:
            self.outputs.append(to_json(value))
            self.times.append(round(Clock.now, 3))

    async def collect(self, results, counts=False):
        """Gives the results on; those of a source are counted, as they have no items."""
        given = 0
        try:
            if not hasattr(results, "__aiter__"):
                results = awaitable(results)
            try:
                async for value in results:
                    self.emit(value)
                    given += 1
            finally:
                await results.aclose()
            self.save()
        except BaseException as error:
            self.errors.append(describe(error, given if counts else Context.index))
            raise Failed()

    async def one_by_one(self):
        index = -1
        while (item := await self.queue.get()) is not END:
            index += 1
            self.deliver(item, index, await self.attempts(item, index))

    async def overlap(self, most):
        free = asyncio.Semaphore(most)
        order = asyncio.Queue()

        async def begin(item, index):
            try:
                return await self.attempts(item, index)
            finally:
                free.release()

        async def take_in():
            index = -1
            while (item := await self.queue.get()) is not END:
                index += 1
                await free.acquire()
                order.put_nowait((item, index, asyncio.ensure_future(begin(item, index))))
            order.put_nowait(END)

        taking = asyncio.ensure_future(take_in())
        try:
            while (next := await order.get()) is not END:
                item, index, result = next
                self.deliver(item, index, await result)
        finally:
            taking.cancel()

    def deliver(self, item, index, outcome):
        results, error = outcome
        for value in results:
            self.emit(value)
        if error is None:
            return
        policy = self.execution.get("on_error", "fail")
        if policy == "skip":
            self.skipped.append(error)
        elif policy == "dead_letter":
            self.dead.append({"item": to_json(item), "error": error})
        else:
            self.errors.append(error)
            raise Failed()

    async def attempts(self, item, index):
        """The results of an item, and the error if it failed for good."""
        retry = self.execution.get("retry")
        if retry is None and self.execution.get("on_error") == "retry":
            retry = {}
        most = 1 if retry is None else retry.get("attempts", 3)
        pause = 0 if retry is None else seconds(retry.get("backoff", "100ms"))
        longest = 10 if retry is None else seconds(retry.get("max_backoff", "10s"))
        for attempt in range(1, most + 1):
            Context.index = index
            try:
                results = await self.in_time(item)
                self.save()
                return results, None
            except Stopped as error:
                failure = error.__cause__
            except BaseException as error:
                failure = error
            if attempt < most:
                await asyncio.sleep(min(pause, longest))
                pause *= retry.get("factor", 2.0)
        return [], describe(failure, index, attempt)

    async def in_time(self, item):
        limit = self.execution.get("timeout")
        if limit is None:
            return await self.once(item)
        work = asyncio.ensure_future(self.once(item))
        done, _ = await asyncio.wait([work], timeout=seconds(limit))
        if done:
            return work.result()
        work.cancel()
        try:
            await work
        except BaseException:
            pass
        raise Timeout("timed out after " + limit)

    async def once(self, item):
        process = self.node.process
        try:
            value = process(from_json(to_json(item)))
        except StopIteration as error:
            # Which a coroutine cannot let pass.
            raise Stopped() from error
        if inspect.isgenerator(value):
            return [to_plain(each) for each in value if each is not None]
        if inspect.isawaitable(value):
            if not inspect.iscoroutinefunction(process):
                if inspect.iscoroutine(value):
                    value.close()
                raise TypeError(
                    "process() returned something to be awaited; write 'async def process'"
                )
            value = await value
        return [] if value is None else [to_plain(value)]


def to_plain(value):
    """The value as it crosses the border: what cannot cross fails its item."""
    return from_json(to_json(value))


async def maybe(value):
    if inspect.isawaitable(value):
        value = await value
    return value


async def awaitable(results):
    for value in results:
        yield value


async def then_flush(results, flush):
    try:
        async for value in results:
            yield value
    finally:
        await results.aclose()
    async for value in flushed(flush):
        yield value


async def flushed(flush):
    rest = await maybe(flush())
    if hasattr(rest, "__aiter__"):
        async for each in rest:
            yield each
    elif inspect.isgenerator(rest):
        for each in rest:
            yield each
    elif rest is not None:
        yield rest


async def by_item(node, items):
    async for item in items:
        value = await maybe(node.process(item))
        if inspect.isgenerator(value):
            for each in value:
                yield each
        else:
            yield value
    async for each in flushed(node.flush):
        yield each


def seconds(text):
    number, unit = re.fullmatch(r"([\d.]+)\s*(ms|s|m|h)", text).groups()
    return float(number) * {"ms": 0.001, "s": 1, "m": 60, "h": 3600}[unit]


def main():
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    questions = os.fdopen(os.dup(0), encoding="utf-8")
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.dup2(2, 1)
    sys.stdout = sys.stderr = io.StringIO()
    print(json.dumps({"python": sys.version.split()[0]}), file=answers, flush=True)
    for line in questions:
        case = json.loads(line)
        stores = {}
        try:
            runs = [
                Run(case, run, stores.setdefault(run["session"], Store())).observe()
                for run in case["runs"]
            ]
            answer = {"runs": runs}
        except BaseException:
            answer = {"broken": traceback.format_exc()}
        sys.stdout.truncate(0)
        print(json.dumps(answer), file=answers, flush=True)


main()
