"""What is known of objects that only run time knows: sends, protocols, classes below, free attributes."""
import argparse
import asyncio
import heapq
import inspect
import re
from dataclasses import dataclass, field, replace
from functools import singledispatch
from typing import NamedTuple, Optional, Protocol, runtime_checkable


def worker(log, name):
    got = yield "ready"
    while got is not None:
        log.append((name, got))
        got = yield len(log)
    return name


def run(processes):
    heap, log = [], []
    for i, make in enumerate(processes):
        p = make(log)
        heapq.heappush(heap, (0, i, p, None))
    while heap:
        now, i, p, value = heapq.heappop(heap)
        try:
            answer = p.send(value)
        except StopIteration as stop:
            print("done", stop.value, now)
            continue
        heapq.heappush(heap, (now + 1, i, p, answer if now < 2 + i else None))
    return log


print(run([lambda log: worker(log, "a"), lambda log: worker(log, "b")]))


@runtime_checkable
class Handler(Protocol):
    async def handle(self, event) -> None: ...


class Mailer:
    async def handle(self, event):
        return f"mail {event}"


def plain(event):
    return event


async def publish(handlers, event):
    calls = []
    for h in handlers:
        target = h.handle if isinstance(h, Handler) else h
        result = target(event)
        calls.append(await result if inspect.isawaitable(result) else result)
    return calls


print(asyncio.run(publish([Mailer(), plain], 3)))


@dataclass(frozen=True, kw_only=True)
class Event:
    source: str = "?"


@dataclass(frozen=True, kw_only=True)
class Made(Event):
    name: str
    tags: tuple[str, ...] = ()


@dataclass
class Point:
    x: int = 0
    y: int = field(default=2, repr=False)


def stamp(event: Event) -> Event:
    return replace(event, source="s")


print(stamp(Made(name="a")), stamp(Event()), stamp(Made(name="b", tags=("x",))).tags, replace(Point(1), x=5))


class Record(NamedTuple):
    level: str
    trace: tuple[str, ...] = ()


def records(lines):
    last: Optional[Record] = None
    for line in lines:
        if line.startswith("  ") and last is not None:
            last = last._replace(trace=last.trace + (line.strip(),))
            continue
        if last is not None:
            yield last
        last = Record(line)
    if last is not None:
        yield last


parser = argparse.ArgumentParser()
parser.add_argument("--level", choices=["x", "y"], action="append")
for argv in ([], ["--level", "x"]):
    args = parser.parse_args(argv)
    print([r for r in records(["x", "  a", "  b", "y"]) if not args.level or r.level in args.level], args.level)


@singledispatch
def show(value):
    return f"<{type(value).__name__}>"


@show.register
def _(value: int | float):
    return f"{value:+}"


@show.register(list)
@show.register(tuple)
def _(value):
    return "[" + "; ".join(map(show, value)) + "]"


print(show(1), show(2.5), show([1, (2, "y")]), show(None))


class Matrix:
    def __init__(self, rows):
        self.rows = [tuple(r) for r in rows]

    @property
    def T(self):
        return Matrix(zip(*self.rows))

    def __matmul__(self, other):
        if isinstance(other, int):
            return self
        return Matrix([[sum(a * b for a, b in zip(r, c)) for c in other.T.rows] for r in self.rows])


print((Matrix([[1, 2], [3, 4]]) @ Matrix([[0, 1], [1, 0]])).rows)
subscribers: dict[str, list[Mailer]] = {}
subscribers.setdefault("a", []).append(Mailer())
print(len(subscribers.get("a", ())), subscribers.get("b", ()), [type(s).__name__ for s in subscribers.get("a", ())])
values = {"pattern": re.compile(r"(?P<w>[a-z]+)(\d*)"), "n": 1}
print(values["pattern"].split("ab1-c2", maxsplit=1), values["pattern"].sub("<\\1>", "ab1-c2", count=1), values["pattern"].groups)
print(re.match(r"(a)(b)(c)(d)", "abcd").group(1, 2, 3, 4), {1, 2, 3}.union([5], (6,)), {1, 2, 3}.intersection([1, 2], {2}))
print(range(2, 20, 3)[1:], range(10)[::-1], (2.5).hex(), (1, 2, 1).index(1, 1))
