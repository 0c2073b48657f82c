"""The guest's end of the border: answers the host's frames, and asks it."""

import asyncio
import importlib
import inspect
import linecache
import logging
import marshal
import os
import random
import sys
import types

from weft import _jobs, _packages
from weft._border import TENSOR, Lines, ToHost, ask
from weft._errors_report import report, report_at
from weft._kind import Kind
from weft._loop import HostLoop
from weft._node import Item, Node
from weft._plain import plain
from weft._state import State
from weft._tensor import from_frame

log = logging.getLogger("weft")


class Context:
    """The node at work in this instance."""

    node = None
    loop = None
    kind = None
    turn = 0

    #: The index of the item that was taken last from the stream.
    taken = -1
    jobs = {}


_context = Context()


def item_in_work():
    index = _jobs.INDEX.get(_context.taken)
    if _context.node is None or index < 0:
        return None
    return Item(index, _context.node.id, _context.node.session)


# Loading.


def _load(module, source, filename, name, packages):
    """Makes the module and finds the node's class in it; what the class is like."""
    _seal()
    _packages.install(packages)
    if source is None:
        loaded = importlib.import_module(module)
    else:
        linecache.cache[filename] = (len(source), None, source.splitlines(True), filename)
        code = compile(source, filename, "exec", dont_inherit=True)
        loaded = types.ModuleType(module)
        loaded.__file__ = filename
        sys.modules[module] = loaded
        exec(code, loaded.__dict__)
    cls = getattr(loaded, name, None)
    if cls is None:
        known = sorted(
            each
            for each, value in vars(loaded).items()
            if isinstance(value, type) and issubclass(value, Node) and value is not Node
        )
        return ("missing", known)
    if not (isinstance(cls, type) and issubclass(cls, Node)):
        raise TypeError(f"{name} is not a node; write 'class {name}(weft.Node)'")
    _context.kind = Kind(cls)
    random.seed(0)
    return _context.kind.described()


def _seal():
    """Forgets the directory that this was started from, which is not there any more."""
    sys.path[:] = [each for each in sys.path if each != "/guest"]
    sys.path_importer_cache.clear()


# Working.


def _start(node_id, session, config, variables, directory, state_limit):
    """Makes the node; `initialize` is a job of its own."""
    if variables or os.environ:
        os.environ.clear()
        os.environ.update(variables)
    if directory:
        os.chdir(directory)
    # The state of the generator came with the image, and would be the same in each instance.
    random.seed(os.urandom(32))
    cls = _context.kind.cls
    node = cls.__new__(cls)
    node.id = node_id
    node.session = session
    node.config = config
    node.state = State(ask, state_limit)
    node.log = logging.getLogger("weft")
    _context.node = node
    _context.jobs = {}
    events_loop_set(_context.loop)
    try:
        node.__init__()
    finally:
        events_loop_set(None)
    kind = _context.kind
    return ("started", kind.initializes, kind.cleans, *kind.place)


def events_loop_set(loop):
    asyncio.events._set_running_loop(loop)


def _begin(number, what, *args):
    node, kind = _context.node, _context.kind
    if what == "call":
        job = _jobs.CallJob(number, _context)
        job.start(getattr(node, args[0]))
    elif what == "items":
        job = (_jobs.AsyncBatch if kind.is_async else _jobs.SyncBatch)(number, _context)
        job.start(node.process, args[0], args[1], kind.expanding)
    else:
        job = _jobs.StreamJob(number, _context)
        if kind.form == "source":
            job.start(node.produce())
        elif kind.flushes and not inspect.isasyncgenfunction(type(node).process):
            job.start(_jobs.with_flush(node.process, node.flush, job.items, kind.expanding))
        elif kind.flushes:
            job.start(_flushed(node.process(job.items), node.flush))
        else:
            job.start(node.process(job.items))
    _context.jobs[number] = job


async def _flushed(results, flush):
    try:
        async for value in results:
            yield value
    finally:
        await results.aclose()

    async def nothing():
        return
        yield

    async for value in _jobs.with_flush(None, flush, nothing(), False):
        yield value


def _push(number, items, end):
    job = _context.jobs.get(number)
    if job is not None:
        job.items.push(items, end)


def _cancel(number, message):
    job = _context.jobs.get(number)
    if job is not None:
        job.cancel(message)


_EVENTS = {"begin": _begin, "push": _push, "cancel": _cancel}


def _turn(now, events):
    """Takes in what is new, runs what is ready; what came of it, and when to come again."""
    loop = _context.loop
    _context.turn += 1
    loop._now = max(now, loop._now)
    for event, *args in events:
        events_loop_set(loop)
        try:
            _EVENTS[event](*args)
        finally:
            events_loop_set(None)
    deadline = loop.turn(now)
    failures, loop.failures = loop.failures, []
    for failure in failures:
        log.error("%s", failure.get("message"), exc_info=failure.get("exception"))
    try:
        _context.node.state._save()
    except Exception as error:
        _blame(error)
    sys.stdout.flush()
    sys.stderr.flush()
    news = []
    for number, job in list(_context.jobs.items()):
        took = job.take()
        if took is not None:
            news.append(took)
            if took[1] != _jobs.RUNNING:
                del _context.jobs[number]
    if loop._ready:
        deadline = loop.time()
    return ("turn", deadline, news)


def _blame(error):
    """Lets the job that is under way fail with what went wrong after it."""
    for job in _context.jobs.values():
        if job.state in (_jobs.RUNNING, _jobs.DONE):
            if job.task is not None and job.state == _jobs.RUNNING:
                job.task.cancel("its state could not be kept")
            if job.results:
                job.results.pop()
            job.fail(error)
            return
    raise error


_OPERATIONS = {"load": _load, "start": _start, "turn": _turn}


def call(frame):
    """Answers one frame of the host: bytes in, bytes out."""
    operation, *args = marshal.loads(frame)
    if TENSOR in frame:
        args = [from_frame(arg) for arg in args]
    try:
        reply = _OPERATIONS[operation](*args)
    except BaseException as error:
        reply = ("error", report(error))
    try:
        return marshal.dumps(reply, 2)
    except ValueError:
        return marshal.dumps(_mended(reply), 2)


def _mended(reply):
    """The reply with values made plain; a result that cannot be made so fails its job."""
    if reply[0] != "turn":
        return plain(reply)
    news = []
    for number, state, results, error, wants, untouched in reply[2]:
        sound = []
        for value in results:
            try:
                value = plain(value)
                marshal.dumps(value, 2)
                sound.append(value)
            except (TypeError, ValueError, RecursionError) as unfit:
                if isinstance(unfit, (ValueError, RecursionError)):
                    unfit = TypeError("the result is nested too deep; nest it less")
                state, error, wants = _jobs.FAILED, report_at(unfit, _context.kind.place), False
                job = _context.jobs.pop(number, None)
                if job is not None and job.task is not None:
                    job.task.cancel("a result of it could not cross")
                break
        news.append((number, state, sound, error, wants, untouched))
    return (reply[0], reply[1], news)


# Made once, as that takes longer than all else that an instance does at its start.
_context.loop = HostLoop()
asyncio.set_event_loop(_context.loop)

sys.stdout = sys.__stdout__ = Lines(logging.INFO)
sys.stderr = sys.__stderr__ = Lines(logging.WARNING)
logging.getLogger().addHandler(ToHost())
logging.getLogger().setLevel(logging.DEBUG)
logging.getLogger("asyncio").setLevel(logging.WARNING)
logging.raiseExceptions = False
