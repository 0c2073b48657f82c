"""Classes of exceptions as values: caught, compared and printed."""
import asyncio
import json
from collections import Counter, OrderedDict, deque
from contextlib import AsyncExitStack, asynccontextmanager
from enum import IntEnum
from functools import wraps


def retry(exceptions=(Exception,), attempts=3):
    def decorator(function):
        @wraps(function)
        async def wrapper(*args, **kwargs):
            for left in range(attempts - 1, -1, -1):
                try:
                    return await function(*args, **kwargs)
                except exceptions as error:
                    print(f"{function.__name__}: {type(error).__name__}, {left} left")
                    if not left:
                        raise

        return wrapper

    return decorator


class Client:
    calls = 0

    @classmethod
    @retry((ConnectionError, asyncio.TimeoutError), attempts=4)
    async def fetch(cls, url):
        cls.calls += 1
        if cls.calls < 3:
            raise ConnectionError(url)
        return cls.calls

    @retry(attempts=2)
    async def never(self):
        await asyncio.wait_for(asyncio.sleep(10), timeout=0.01)


class Level(IntEnum):
    LOW = 1
    HIGH = 3


class Job:
    def __init__(self, level, number):
        self.level = level
        self.number = number

    def __lt__(self, other):
        return (-self.level, self.number) < (-other.level, other.number)


class Limited:
    def __init__(self):
        self.semaphore = asyncio.Semaphore(1)

    async def run(self, value):
        async with self.semaphore:
            await asyncio.sleep(0)
            return value


@asynccontextmanager
async def resource(name):
    try:
        yield name.upper()
    except ValueError as error:
        print("kept", error)
    finally:
        print("closed", name)


async def main():
    print(await Client.fetch("a"))
    try:
        await Client().never()
    except asyncio.TimeoutError as error:
        print(repr(error), type(error.__context__))
    queue = asyncio.PriorityQueue()
    for number, level in enumerate([Level.LOW, Level.HIGH, Level.LOW]):
        await queue.put(Job(level, number))
    print([(await queue.get()).number for _ in range(3)], -Level.HIGH, +Level.LOW, ~Level.LOW)
    async with AsyncExitStack() as stack:
        print([await stack.enter_async_context(resource(name)) for name in "xy"])
        raise ValueError("inside")
    print(await Limited().run(5))


asyncio.run(main())
for value in (Counter("aab"), OrderedDict(a=1), deque([1]), asyncio.Lock(), asyncio.Queue()):
    print(type(value), isinstance(value, dict))
try:
    json.loads("{")
except ValueError as error:
    print(type(error), error)
table = {"a": 1, "b": 2}
views = [table.keys(), table.values(), table.items()]
print(views, [type(view) for view in views])
