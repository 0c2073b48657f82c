"""Job queue with delayed retries and a heap of timers."""
import asyncio
import heapq
import random
from dataclasses import dataclass, field
from typing import Any, Awaitable, Callable, Dict, List, Optional, Tuple


@dataclass(order=True)
class Timer:
    due: float
    job: "Job" = field(compare=False)


@dataclass
class Job:
    name: str
    fn: Callable[..., Awaitable[Any]]
    args: Tuple = ()
    kwargs: Dict[str, Any] = field(default_factory=dict)
    tries: int = 0
    history: List[str] = field(default_factory=list)

    def __str__(self):
        return f"{self.name}({', '.join(map(repr, self.args))}) x{self.tries}"


class Queue:
    def __init__(self, workers: int = 2, max_tries: int = 3, base: float = 0.01) -> None:
        self.timers: List[Timer] = []
        self.ready: asyncio.Queue[Optional[Job]] = asyncio.Queue()
        self.max_tries = max_tries
        self.base = base
        self.workers = workers
        self.pending = 0
        self.idle = asyncio.Event()
        self.stats = {"ok": 0, "retry": 0, "dead": 0}

    def add(self, fn, *args, name=None, **kwargs):
        job = Job(name or fn.__name__, fn, args, kwargs)
        self.pending += 1
        self.idle.clear()
        self.ready.put_nowait(job)
        return job

    async def _timer_loop(self):
        loop = asyncio.get_running_loop()
        while True:
            while self.timers and self.timers[0].due <= loop.time():
                await self.ready.put(heapq.heappop(self.timers).job)
            delay = max(0.0, self.timers[0].due - loop.time()) if self.timers else 0.005
            await asyncio.sleep(delay)

    async def _worker(self):
        while (job := await self.ready.get()) is not None:
            job.tries += 1
            try:
                result = await job.fn(*job.args, **job.kwargs)
            except asyncio.CancelledError:
                raise
            except Exception as e:
                job.history.append(f"{type(e).__name__}: {e}")
                if job.tries < self.max_tries:
                    self.stats["retry"] += 1
                    due = asyncio.get_running_loop().time() + self.base * 2 ** (job.tries - 1)
                    heapq.heappush(self.timers, Timer(due, job))
                    continue
                self.stats["dead"] += 1
            else:
                job.history.append(repr(result))
                self.stats["ok"] += 1
            self.pending -= 1
            if not self.pending:
                self.idle.set()

    async def run(self):
        async with asyncio.TaskGroup() as tg:
            timer = tg.create_task(self._timer_loop())
            ws = [tg.create_task(self._worker()) for _ in range(self.workers)]
            await self.idle.wait()
            timer.cancel()
            for _ in ws:
                self.ready.put_nowait(None)


fails = {"b": 1, "c": 5}


async def work(tag, *, delay=0.0):
    await asyncio.sleep(delay)
    if fails.get(tag, 0) > 0:
        fails[tag] -= 1
        raise ConnectionError(f"{tag} failed, {fails[tag]} left")
    return tag.upper()


async def main():
    q = Queue()
    jobs = [q.add(work, t, delay=i / 1000) for i, t in enumerate("abcd")]
    jobs.append(q.add(asyncio.sleep, 0.001, "slept", name="nap"))
    await asyncio.wait_for(q.run(), 5)
    for j in jobs:
        print(f"{j!s:<16} {' | '.join(j.history)}")
    print(q.stats, q.timers, q.ready.empty())


asyncio.run(main())
