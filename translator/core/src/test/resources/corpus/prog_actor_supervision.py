"""An actor system with supervision, ask/tell, priorities."""
from __future__ import annotations

import asyncio
import itertools
from abc import ABC, abstractmethod
from dataclasses import dataclass, field
from enum import IntEnum, auto
from typing import Any, Protocol


class Priority(IntEnum):
    HIGH = auto()
    NORMAL = auto()
    LOW = auto()


@dataclass(frozen=True)
class Message:
    body: Any
    sender: "ActorRef | None" = None
    reply: asyncio.Future | None = field(default=None, compare=False, repr=False)


@dataclass(order=True)
class Envelope:
    priority: Priority
    seq: int
    message: Message = field(compare=False)


class Stop(Exception):
    """asks the actor to end"""


class Actor(ABC):
    ids = itertools.count(1)

    def __init__(self, system: System, name: str | None = None):
        self.system = system
        self.name = name or f"{type(self).__name__.lower()}-{next(self.ids)}"
        self.mailbox: asyncio.PriorityQueue[Envelope] = asyncio.PriorityQueue()
        self.restarts = 0

    async def pre_start(self) -> None: ...

    async def post_stop(self) -> None:
        self.system.log(f"{self.name} stopped")

    @abstractmethod
    async def receive(self, message: Message) -> Any:
        raise NotImplementedError

    async def run(self):
        await self.pre_start()
        try:
            while True:
                env = await self.mailbox.get()
                msg = env.message
                try:
                    result = await self.receive(msg)
                except Stop:
                    break
                except Exception as exc:
                    if msg.reply and not msg.reply.done():
                        msg.reply.set_exception(exc)
                    self.restarts += 1
                    self.system.log(f"{self.name} failed: {exc!r} (restart {self.restarts})")
                    if self.restarts > 2:
                        raise
                else:
                    if msg.reply is not None and not msg.reply.done():
                        msg.reply.set_result(result)
                finally:
                    self.mailbox.task_done()
        finally:
            await self.post_stop()


class ActorRef:
    _seq = itertools.count()

    def __init__(self, actor: Actor):
        self._actor = actor

    def __repr__(self) -> str:
        return f"<ref {self._actor.name}>"

    def tell(self, body, *, sender=None, priority=Priority.NORMAL):
        self._actor.mailbox.put_nowait(Envelope(priority, next(self._seq), Message(body, sender)))

    async def ask(self, body, timeout=1.0, priority=Priority.NORMAL):
        fut = asyncio.get_running_loop().create_future()
        self._actor.mailbox.put_nowait(
            Envelope(priority, next(self._seq), Message(body, reply=fut)))
        return await asyncio.wait_for(fut, timeout)


class System:
    def __init__(self):
        self.actors: dict[str, tuple[Actor, asyncio.Task]] = {}
        self.lines: list[str] = []

    def log(self, text: str) -> None:
        self.lines.append(text)
        print("  log:", text)

    def spawn(self, cls: type[Actor], *args, name=None, **kwargs) -> ActorRef:
        actor = cls(self, *args, name=name, **kwargs)
        task = asyncio.create_task(actor.run(), name=actor.name)
        task.add_done_callback(self._ended)
        self.actors[actor.name] = actor, task
        return ActorRef(actor)

    def _ended(self, task: asyncio.Task):
        exc = None if task.cancelled() else task.exception()
        how = "cancelled" if task.cancelled() else f"failed with {exc}" if exc else "ended"
        self.log(f"task {task.get_name()} {how}")
        self.actors.pop(task.get_name(), None)

    async def shutdown(self):
        tasks = [t for _, t in self.actors.values()]
        for t in tasks:
            t.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


class Counter(Actor):
    def __init__(self, system, start=0, **kw):
        super().__init__(system, **kw)
        self.value = start

    async def receive(self, message):
        match message.body:
            case ("add", int(n)):
                self.value += n
            case ("add", other):
                raise TypeError(f"cannot add {other!r}")
            case "get":
                return self.value
            case "stop":
                raise Stop
            case {"forward": ActorRef() as target, **rest}:
                target.tell(rest, sender=ActorRef(self))
            case _:
                raise ValueError(message.body)


class Printer(Actor):
    async def pre_start(self):
        self.system.log("printer up")

    async def receive(self, message):
        print("printer got", message.body, "from", message.sender)


async def main():
    system = System()
    counter = system.spawn(Counter, 10)
    named = system.spawn(Counter, start=100, name="named")
    printer = system.spawn(Printer)
    print(counter, named, printer)
    for i in range(5):
        counter.tell(("add", i))
    counter.tell("stop", priority=Priority.LOW)
    print(await counter.ask("get", priority=Priority.LOW - 1))
    named.tell({"forward": printer, "a": 1, "b": [2]})
    try:
        await named.ask(("add", "x"))
    except TypeError as e:
        print("caught", e)
    try:
        await named.ask("??")
    except ValueError as e:
        print("caught", e)
    await asyncio.sleep(0.01)
    print(list(system.actors))
    named.tell(("add", None))
    await asyncio.sleep(0.01)
    print(list(system.actors))
    await system.shutdown()
    await asyncio.sleep(0)
    print(system.actors, len(system.lines))
    print(Message(1), Envelope(Priority.HIGH, 1, Message("x")) < Envelope(Priority.LOW, 0, Message("y")))


asyncio.run(main())
