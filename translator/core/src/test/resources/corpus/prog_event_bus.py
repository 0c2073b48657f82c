"""An event bus with sync and async handlers, priorities and wildcards."""
import asyncio
from collections import defaultdict
from typing import Any, Awaitable, Callable, Optional


class Event:
    def __init__(self, name: str, payload: Any = None):
        self.name = name
        self.payload = payload
        self.handled_by: list[str] = []

    def __repr__(self):
        return f"Event({self.name!r}, {self.payload!r})"


class EventBus:
    def __init__(self):
        self._handlers = defaultdict(list)
        self._history = []

    def on(self, name, priority=0):
        def decorator(func):
            self._handlers[name].append((priority, func))
            self._handlers[name].sort(key=lambda pair: -pair[0])
            return func

        return decorator

    async def emit(self, name, payload=None):
        event = Event(name, payload)
        self._history.append(event)
        for _, handler in self._handlers[name] + self._handlers["*"]:
            result = handler(event)
            if asyncio.iscoroutine(result):
                await result
            event.handled_by.append(handler.__name__)
        return event


bus = EventBus()


@bus.on("order", priority=1)
async def charge(event):
    await asyncio.sleep(0.01)
    print("charging", event.payload["amount"])


@bus.on("order", priority=5)
def validate(event):
    if event.payload["amount"] <= 0:
        raise ValueError(f"bad amount in {event}")
    print("valid")


@bus.on("*")
def audit(event):
    print("audit", event)


async def main():
    e = await bus.emit("order", {"amount": 30})
    print(e.handled_by)
    try:
        await bus.emit("order", {"amount": -1})
    except ValueError as err:
        print("error:", err)
    await bus.emit("unknown")
    print(len(bus._history), [h.name for h in bus._history])


asyncio.run(main())
