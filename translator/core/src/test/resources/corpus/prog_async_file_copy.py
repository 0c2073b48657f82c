import asyncio
import hashlib
import tempfile
from pathlib import Path


def checksum(path):
    return hashlib.sha256(Path(path).read_bytes()).hexdigest()[:12]


async def copy(source, target, sem):
    async with sem:
        data = await asyncio.to_thread(source.read_bytes)
        await asyncio.to_thread(target.write_bytes, data)
        return target.name, len(data)


async def main():
    sem = asyncio.Semaphore(2)
    with tempfile.TemporaryDirectory() as tmp:
        root = Path(tmp)
        (root / "in").mkdir()
        (root / "out").mkdir()
        for n in range(4):
            (root / "in" / f"file{n}.txt").write_text(f"content {n}\n" * (n + 1))
        files = sorted((root / "in").glob("*.txt"))
        results = await asyncio.gather(*(copy(f, root / "out" / f.name, sem) for f in files))
        print(results)
        print(all(checksum(f) == checksum(root / "out" / f.name) for f in files), checksum(files[0]))


asyncio.run(main())
