"""A job queue with bounded concurrency, retries and a report at the end."""

import asyncio
import random
from dataclasses import dataclass, field


class JobFailed(Exception):
    pass


@dataclass
class Job:
    name: str
    cost: float
    attempts: int = 0
    log: list[str] = field(default_factory=list)


@dataclass
class Report:
    done: dict[str, int] = field(default_factory=dict)
    failed: list[str] = field(default_factory=list)

    def lines(self):
        for name, attempts in sorted(self.done.items()):
            yield f"{name:<8} done after {attempts} attempt{'s' if attempts > 1 else ''}"
        for name in self.failed:
            yield f"{name:<8} failed"


async def run(job: Job) -> None:
    job.attempts += 1
    # Every third attempt or so goes wrong.
    await asyncio.sleep(job.cost)
    if random.random() < 0.35:
        raise JobFailed(f"{job.name}, attempt {job.attempts}")


async def worker(queue: asyncio.Queue, report: Report, retries: int = 2) -> None:
    while True:
        job = await queue.get()
        try:
            await asyncio.wait_for(run(job), timeout=2.0)
            report.done[job.name] = job.attempts
        except (JobFailed, asyncio.TimeoutError) as e:
            job.log.append(str(e))
            if job.attempts <= retries:
                await queue.put(job)
            else:
                report.failed.append(job.name)
        finally:
            queue.task_done()


async def main() -> None:
    queue = asyncio.Queue()
    report = Report()
    for i in range(8):
        await queue.put(Job(f"job-{i}", cost=0.1 * (i + 1)))
    workers = [asyncio.create_task(worker(queue, report)) for _ in range(3)]
    await queue.join()
    for task in workers:
        task.cancel()
    await asyncio.gather(*workers, return_exceptions=True)
    for line in report.lines():
        print(line)
    total = sum(report.done.values())
    print(f"{len(report.done)} of 8 jobs done, {total} attempts, {total / 8:.2f} on average")


if __name__ == "__main__":
    asyncio.run(main())
