"""A plugin registry with decorators, entry hooks and priorities."""
import asyncio
import inspect
from functools import wraps, partialmethod, update_wrapper
from typing import Protocol, Type, Callable, Any, Optional
from abc import ABCMeta, ABC, abstractmethod
import sys


class PluginError(Exception):
    code = 10

    def __str__(self):
        return f"[{self.code}] {super().__str__()}"


class DuplicatePlugin(PluginError):
    code = 11


class Registry:
    _instance = None

    def __new__(cls):
        if cls._instance is None:
            cls._instance = super().__new__(cls)
            cls._instance.plugins = {}
            cls._instance.hooks = {}
        return cls._instance

    def plugin(self, name=None, *, priority=0):
        def deco(cls):
            key = name or cls.__name__.lower()
            if key in self.plugins:
                raise DuplicatePlugin(f"{key!r} is taken by {self.plugins[key].__name__}")
            cls.priority = priority
            self.plugins[key] = cls
            return cls
        if isinstance(name, type):
            cls, name = name, None
            return deco(cls)
        return deco

    def on(self, event):
        return lambda fn: self.hooks.setdefault(event, []).append(fn) or fn

    async def emit(self, event, **data):
        results = []
        for hook in self.hooks.get(event, ()):
            r = hook(**data)
            if inspect.isawaitable(r):
                r = await r
            results.append(r)
        return results


registry = Registry()


class Plugin(ABC):
    def __init__(self, **options):
        self.options = options

    @abstractmethod
    async def transform(self, text: str) -> str: ...

    def describe(self):
        opts = ", ".join(f"{k}={v!r}" for k, v in sorted(self.options.items()))
        return f"{type(self).__qualname__}({opts})"


@registry.plugin
class Upper(Plugin):
    async def transform(self, text):
        return text.upper()


@registry.plugin("rev", priority=5)
class Reverse(Plugin):
    async def transform(self, text):
        await asyncio.sleep(0)
        return text[::-1]


@registry.plugin(priority=-1)
class Censor(Plugin):
    def __init__(self, *words, mask="*", **options):
        super().__init__(mask=mask, **options)
        self.words = words

    async def transform(self, text):
        for w in self.words:
            text = text.replace(w, self.options["mask"] * len(w))
        return text


@registry.on("done")
def log(name, text):
    return f"{name}:{text}"


@registry.on("done")
async def count(name, text):
    await asyncio.sleep(0)
    return len(text)


@registry.on("start")
def started(**kw):
    return sorted(kw)


class Formatter:
    def pad(self, text, width, char):
        return text.center(width, char)

    stars = partialmethod(pad, char="*")
    wide = partialmethod(pad, width=20, char="-")


async def main():
    print(Registry() is registry, sorted(registry.plugins))
    chain = [registry.plugins["upper"](), registry.plugins["rev"](level=2), registry.plugins["censor"]("olleh", mask="#")]
    chain.sort(key=lambda p: p.priority, reverse=True)
    print([p.describe() for p in chain])
    text = "hello world"
    print(await registry.emit("start", text=text, at=1))
    for p in chain:
        text = await p.transform(text)
        print(await registry.emit("done", name=type(p).__name__, text=text))
    try:
        @registry.plugin("rev")
        class Other(Plugin):
            pass
    except PluginError as e:
        print(e, type(e).__name__, e.code)
    try:
        Plugin()
    except TypeError as e:
        print(e)
    f = Formatter()
    print(f.stars("x", 7), f.wide("y"))
    print(hasattr(chain[0], "transform"), getattr(chain[0], "nothing", "default"), callable(log))
    print(await registry.emit("unknown"))
    print(issubclass(Reverse, Plugin), isinstance(chain[0], (int, Plugin)), Plugin.__subclasses__() and len(Plugin.__subclasses__()))
    print([k for k in vars(chain[0])], Censor.__doc__, Censor.__name__, Censor.__module__)


asyncio.run(main())
