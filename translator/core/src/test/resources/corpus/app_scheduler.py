"""A scheduler in the manner of cron: intervals, one-shots, dependencies, timeouts, history."""
import asyncio
from collections import defaultdict, deque
from contextlib import suppress
from datetime import datetime, timedelta, timezone
from functools import partial, wraps


def timed(function):
    @wraps(function)
    async def wrapper(*args, **kwargs):
        loop = asyncio.get_running_loop()
        started = loop.time()
        try:
            return await function(*args, **kwargs)
        finally:
            durations[function.__name__].append(loop.time() - started)

    return wrapper


durations = defaultdict(list)


class Scheduler:
    def __init__(self, history=20):
        self.tasks = {}
        self.history = deque(maxlen=history)
        self.done = {}
        self.tick = 0

    def note(self, name, outcome):
        self.history.append((name, outcome))

    def every(self, interval, name, job, times=None):
        async def loop():
            count = 0
            while times is None or count < times:
                await asyncio.sleep(interval)
                count += 1
                await self.execute(name, job)

        self.tasks[name] = asyncio.create_task(loop(), name=name)

    def after(self, names, name, job):
        async def wait():
            for other in names:
                await self.done.setdefault(other, asyncio.Event()).wait()
            await self.execute(name, job)

        self.tasks[name] = asyncio.create_task(wait(), name=name)

    def at(self, delay, name, job):
        async def once():
            await asyncio.sleep(delay)
            await self.execute(name, job)

        self.tasks[name] = asyncio.create_task(once(), name=name)

    async def execute(self, name, job, timeout=0.05):
        try:
            async with asyncio.timeout(timeout):
                result = await job()
        except TimeoutError:
            self.note(name, "timeout")
        except Exception as e:
            self.note(name, f"error {e}")
        else:
            self.note(name, result)
            self.done.setdefault(name, asyncio.Event()).set()

    async def shutdown(self):
        for task in self.tasks.values():
            task.cancel()
        for task in self.tasks.values():
            with suppress(asyncio.CancelledError):
                await task


@timed
async def backup(target, size=1):
    await asyncio.sleep(0.01 * size)
    return f"backed up to {target}"


async def report(when):
    return f"report for {when:%Y-%m-%d}"


async def hang():
    await asyncio.sleep(5)


async def broken():
    raise ValueError("disk full")


async def main():
    scheduler = Scheduler()
    day = datetime(2024, 2, 28, tzinfo=timezone.utc)
    scheduler.every(0.03, "heartbeat", partial(asyncio.sleep, 0, "beat"), times=3)
    scheduler.at(0.035, "backup", partial(backup, "tape", size=2))
    scheduler.after(["backup", "heartbeat"], "report", partial(report, day + timedelta(days=2)))
    scheduler.at(0.045, "broken", broken)
    scheduler.at(0.001, "hang", hang)
    await asyncio.sleep(0.12)
    await scheduler.shutdown()
    for name, outcome in scheduler.history:
        print(f"{name:<10} {outcome}")
    print({name: len(times) for name, times in durations.items()}, sorted(scheduler.done))


asyncio.run(main())
