"""An event bus with typed handlers, middleware and a plugin registry."""
import abc
import asyncio
import functools
import inspect
from collections import OrderedDict
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import asdict, dataclass, field, replace
from typing import Any, ClassVar, Generic, Protocol, TypeVar, runtime_checkable

E = TypeVar("E", bound="Event")


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    source: str = "?"
    kind: ClassVar[str] = "event"


@dataclass(frozen=True, slots=True, kw_only=True)
class UserCreated(Event):
    kind: ClassVar[str] = "user.created"
    name: str
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderPlaced(Event):
    kind: ClassVar[str] = "order.placed"
    user: str
    total: float
    items: dict[str, int] = field(default_factory=dict)


@runtime_checkable
class Handler(Protocol):
    async def handle(self, event: Event) -> None: ...


class Plugin(abc.ABC):
    registry: ClassVar[dict[str, type["Plugin"]]] = OrderedDict()

    def __init_subclass__(cls, *, name: str | None = None, **kwargs):
        super().__init_subclass__(**kwargs)
        cls.plugin_name = name or cls.__name__.lower()
        Plugin.registry[cls.plugin_name] = cls

    def __init__(self, bus: "Bus"):
        self.bus = bus

    @abc.abstractmethod
    def setup(self) -> None: ...

    @property
    @abc.abstractmethod
    def about(self) -> str:
        """What it is for."""


class Bus:
    def __init__(self):
        self._handlers: dict[type[Event], list] = {}
        self._middleware = []
        self._seen: list[str] = []

    def on(self, *kinds: type[Event]):
        def decorate(f):
            for kind in kinds:
                self._handlers.setdefault(kind, []).append(f)
            return f
        return decorate

    def use(self, middleware):
        self._middleware.append(middleware)
        return middleware

    async def publish(self, event: Event) -> list[Any]:
        async def deliver(event):
            calls = []
            for kind in type(event).__mro__:
                for h in self._handlers.get(kind, ()):
                    target = h.handle if isinstance(h, Handler) else h
                    result = target(event)
                    if inspect.isawaitable(result):
                        calls.append(asyncio.ensure_future(result))
                    elif result is not None:
                        self._seen.append(repr(result))
            return await asyncio.gather(*calls, return_exceptions=True)

        chain = deliver
        for m in reversed(self._middleware):
            chain = functools.partial(m, chain)
        return await chain(event)


class Audit(Plugin):
    def setup(self):
        self.lines = []
        self.bus.on(Event)(self.note)

    about = "keeps a log"

    def note(self, event):
        self.lines.append(f"{event.kind}:{event.source}")
        return len(self.lines)


class Mailer(Plugin, name="mail"):
    def setup(self):
        self.bus.on(UserCreated, OrderPlaced)(self)

    @property
    def about(self):
        return "sends mail"

    async def handle(self, event):
        await asyncio.sleep(0)
        match event:
            case UserCreated(name=name, tags=(first, *_)):
                return f"mail to {name} [{first}]"
            case UserCreated(name=name):
                return f"mail to {name}"
            case OrderPlaced(total=t) if t > 100:
                raise ValueError(f"too much: {t:,.2f}")
            case OrderPlaced(items={"gift": n}):
                return f"{n} gifts"
            case _:
                return None


class Half(Plugin):
    def setup(self):
        pass


@asynccontextmanager
async def opened(name, log):
    log.append(f"open {name}")
    try:
        yield name.upper()
    except LookupError as e:
        log.append(f"swallowed {e!r}")
    finally:
        log.append(f"close {name}")


async def main():
    bus = Bus()
    print(list(Plugin.registry), [c.plugin_name for c in Plugin.__subclasses__()])
    plugins = {}
    for name, cls in Plugin.registry.items():
        try:
            plugins[name] = p = cls(bus)
            p.setup()
            print(name, "-", p.about)
        except TypeError as e:
            print("cannot make", name, "-", e)

    @bus.use
    async def timing(nxt, event):
        result = await nxt(event)
        print(f"{event.kind} -> {len(result)} results")
        return result

    @bus.use
    async def stamp(nxt, event):
        return await nxt(replace(event, source="stamped") if event.source == "?" else event)

    print(await bus.publish(UserCreated(name="ada")))
    print(await bus.publish(UserCreated(name="bob", tags=("vip", "new"), source="api")))
    for order in (OrderPlaced(user="ada", total=1234.5), OrderPlaced(user="b", total=1, items={"gift": 2})):
        for r in await bus.publish(order):
            print(type(r).__name__, r)
    print(plugins["audit"].lines, bus._seen)
    event = UserCreated(name="x")
    print(event, asdict(event), event == UserCreated(name="x"), hash(event) == hash(UserCreated(name="x")))
    try:
        event.name = "y"
    except AttributeError as e:
        print(type(e).__name__, e)
    try:
        UserCreated("x")
    except TypeError as e:
        print(e)
    log = []
    async with AsyncExitStack() as stack:
        names = [await stack.enter_async_context(opened(n, log)) for n in ("a", "b")]
        stack.callback(log.append, "callback")
        stack.push_async_callback(asyncio.sleep, 0)
        print(names)
        raise KeyError("inside")
    print(log)
    print(isinstance(plugins["mail"], Handler), isinstance(3, Handler))


asyncio.run(main())
