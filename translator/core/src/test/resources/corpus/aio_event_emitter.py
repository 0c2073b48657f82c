import asyncio
import inspect
from collections import defaultdict


class Emitter:
    def __init__(self):
        self._handlers = defaultdict(list)

    def on(self, event):
        def register(handler):
            self._handlers[event].append(handler)
            return handler
        return register

    def off(self, event, handler):
        self._handlers[event].remove(handler)

    async def emit(self, event, *args, **kwargs):
        results = []
        for handler in list(self._handlers[event]):
            result = handler(*args, **kwargs)
            if inspect.isawaitable(result):
                result = await result
            results.append(result)
        return results


bus = Emitter()


@bus.on("greet")
def plain(name, punctuation="!"):
    return f"hello {name}{punctuation}"


@bus.on("greet")
async def slow(name, **options):
    await asyncio.sleep(0.001)
    return f"...hello {name} {options}"


async def main():
    print(await bus.emit("greet", "ann", punctuation="?"))
    bus.off("greet", plain)
    print(await bus.emit("greet", "bob"))
    print(await bus.emit("nothing"))


asyncio.run(main())
