import asyncio
from dataclasses import dataclass


@dataclass
class Progress:
    total: int
    done: int = 0

    @property
    def percent(self) -> float:
        return 100 * self.done / self.total

    def bar(self, width=10) -> str:
        filled = int(width * self.done / self.total)
        return f"[{'=' * filled}{'.' * (width - filled)}] {self.percent:5.1f}%"


async def download(name, size, progress, lock):
    for _ in range(size):
        await asyncio.sleep(0)
        async with lock:
            progress.done += 1
    return name


async def main():
    sizes = {"a.bin": 3, "b.bin": 5, "c.bin": 2}
    progress = Progress(sum(sizes.values()))
    lock = asyncio.Lock()
    tasks = [asyncio.create_task(download(n, s, progress, lock), name=n) for n, s in sizes.items()]
    pending = set(tasks)
    finished = []
    while pending:
        done, pending = await asyncio.wait(pending, return_when=asyncio.FIRST_COMPLETED)
        for t in sorted(done, key=lambda t: t.get_name()):
            finished.append((t.get_name(), progress.done >= sizes[t.result()]))
    print(sorted(finished))
    print(progress.bar(), progress)


asyncio.run(main())
