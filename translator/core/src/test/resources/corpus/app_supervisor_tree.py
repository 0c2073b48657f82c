"""A supervisor tree: strategies one-for-one and all-for-one, restart limits, orderly shutdown."""
import asyncio
from enum import Enum, auto

log = []


class Strategy(Enum):
    ONE_FOR_ONE = auto()
    ALL_FOR_ONE = auto()


class TooManyRestarts(Exception):
    def __init__(self, name, count):
        super().__init__(f"{name} failed {count} times")
        self.name = name


class Child:
    def __init__(self, name, start, permanent=True):
        self.name = name
        self.start = start
        self.permanent = permanent
        self.task = None
        self.restarts = 0


class Supervisor:
    def __init__(self, name, strategy=Strategy.ONE_FOR_ONE, max_restarts=3):
        self.name = name
        self.strategy = strategy
        self.max_restarts = max_restarts
        self.children = []

    def add(self, name, start, permanent=True):
        self.children.append(Child(name, start, permanent))
        return self

    def launch(self, child):
        log.append(f"{self.name} starts {child.name}")
        child.task = asyncio.create_task(child.start(), name=child.name)

    async def stop(self, child):
        if child.task is not None and not child.task.done():
            child.task.cancel()
            try:
                await child.task
            except asyncio.CancelledError:
                log.append(f"{child.name} stopped")

    async def run(self):
        for child in self.children:
            self.launch(child)
        try:
            while True:
                running = {c.task: c for c in self.children if c.task is not None}
                if not running:
                    return
                done, _ = await asyncio.wait(running, return_when=asyncio.FIRST_COMPLETED)
                for task in sorted(done, key=lambda t: t.get_name()):
                    await self.ended(running[task])
        finally:
            for child in reversed(self.children):
                await self.stop(child)

    async def ended(self, child):
        error = None if child.task.cancelled() else child.task.exception()
        child.task = None
        if error is None:
            log.append(f"{child.name} finished")
            return
        log.append(f"{child.name} failed: {error}")
        if not child.permanent:
            return
        child.restarts += 1
        if child.restarts > self.max_restarts:
            raise TooManyRestarts(child.name, child.restarts)
        if self.strategy is Strategy.ALL_FOR_ONE:
            for other in self.children:
                if other is not child:
                    await self.stop(other)
                    other.task = None
            for other in self.children:
                self.launch(other)
        else:
            self.launch(child)


def flaky(name, fail_times):
    state = {"runs": 0}

    async def body():
        state["runs"] += 1
        await asyncio.sleep(0.01)
        if state["runs"] <= fail_times:
            raise RuntimeError(f"crash {state['runs']}")
        await asyncio.sleep(0.01)

    return body


async def steady():
    try:
        await asyncio.sleep(10)
    finally:
        log.append("steady cleans up")


async def doomed():
    await asyncio.sleep(0.005)
    raise ValueError("always")


async def main():
    first = Supervisor("one").add("flaky", flaky("flaky", 2)).add("temp", flaky("temp", 1), permanent=False)
    await first.run()
    print(*log, sep="\n")
    log.clear()
    print("---")
    second = Supervisor("all", Strategy.ALL_FOR_ONE, max_restarts=1)
    second.add("steady", steady).add("doomed", doomed)
    try:
        await second.run()
    except TooManyRestarts as e:
        log.append(f"escalated: {e} ({e.name})")
    print(*log, sep="\n")


asyncio.run(main())
