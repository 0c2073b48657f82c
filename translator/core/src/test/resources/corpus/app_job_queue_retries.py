"""A job queue with priorities, retries with backoff, and a dead letter list."""
import asyncio
import itertools
import logging
import random
import sys
from dataclasses import dataclass, field
from enum import Enum
from typing import Callable

logging.basicConfig(level=logging.INFO, stream=sys.stdout, format="%(levelname)-7s %(message)s")
log = logging.getLogger("jobs")


class Status(Enum):
    WAITING = "waiting"
    DONE = "done"
    DEAD = "dead"


class TemporaryError(Exception):
    pass


@dataclass(order=True)
class Job:
    priority: int
    number: int
    name: str = field(compare=False)
    attempts: int = field(default=0, compare=False)
    status: Status = field(default=Status.WAITING, compare=False)
    result: object = field(default=None, compare=False)


class JobQueue:
    def __init__(self, workers=2, max_attempts=3):
        self.queue = asyncio.PriorityQueue()
        self.handlers = {}
        self.dead = []
        self.finished = []
        self.workers = workers
        self.max_attempts = max_attempts
        self.numbers = itertools.count(1)

    def handler(self, prefix, function):
        self.handlers[prefix] = function

    def submit(self, name, priority=5):
        job = Job(priority, next(self.numbers), name)
        self.queue.put_nowait(job)
        return job

    async def work(self, worker):
        while True:
            job = await self.queue.get()
            try:
                await self.process(worker, job)
            finally:
                self.queue.task_done()

    async def process(self, worker, job):
        job.attempts += 1
        prefix = job.name.split(":")[0]
        try:
            handler = self.handlers[prefix]
            job.result = await asyncio.wait_for(handler(job.name), timeout=0.05)
        except KeyError as e:
            self.bury(job, f"no handler for {e}")
        except (TemporaryError, asyncio.TimeoutError) as e:
            if job.attempts >= self.max_attempts:
                self.bury(job, f"gave up: {type(e).__name__}")
            else:
                delay = 0.01 * 2 ** (job.attempts - 1)
                log.warning("%s retries %s in %.2fs (%s)", worker, job.name, delay, type(e).__name__)
                await asyncio.sleep(delay)
                self.queue.put_nowait(job)
        else:
            job.status = Status.DONE
            self.finished.append(job.name)
            log.info("%s finished %s -> %s", worker, job.name, job.result)

    def bury(self, job, reason):
        job.status = Status.DEAD
        self.dead.append((job.name, reason))
        log.error("dead: %s, %s", job.name, reason)

    async def run(self):
        tasks = [asyncio.create_task(self.work(f"w{n}")) for n in range(self.workers)]
        await self.queue.join()
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def mail(name):
    await asyncio.sleep(0.005)
    return "sent " + name.partition(":")[2]


failures = {"api:flaky": 2, "api:broken": 99}


async def api(name):
    await asyncio.sleep(0.003)
    if failures.get(name, 0) > 0:
        failures[name] -= 1
        raise TemporaryError(name)
    return "ok"


async def slow(name):
    await asyncio.sleep(1)


async def main():
    jobs = JobQueue(workers=1)
    jobs.handler("mail", mail)
    jobs.handler("api", api)
    jobs.handler("slow", slow)
    all_jobs = [
        jobs.submit("mail:ann"),
        jobs.submit("api:flaky", priority=1),
        jobs.submit("slow:report", priority=9),
        jobs.submit("unknown:x", priority=2),
        jobs.submit("api:broken"),
        jobs.submit("mail:bob", priority=3),
    ]
    await jobs.run()
    print(jobs.finished)
    for name, reason in jobs.dead:
        print("dead", name, "-", reason)
    print([(j.name, j.status.value, j.attempts) for j in all_jobs])


asyncio.run(main())
