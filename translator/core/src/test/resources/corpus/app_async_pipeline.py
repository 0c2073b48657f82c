"""A pipeline of async generators: source, parse, enrich, window, sink; with early close."""
import asyncio
import json
import random
from collections import Counter

events = []


async def source(n, seed):
    rng = random.Random(seed)
    try:
        for i in range(n):
            await asyncio.sleep(0.001)
            kind = rng.choice(["click", "view", "buy"])
            yield json.dumps({"id": i, "kind": kind, "user": rng.randint(1, 4), "amount": round(rng.uniform(1, 50), 2)})
        yield "not json"
    finally:
        events.append("source closed")


async def parse(lines):
    bad = 0
    async for line in lines:
        try:
            yield json.loads(line)
        except json.JSONDecodeError as e:
            bad += 1
            events.append(f"skipped line {bad}: {e.msg}")


async def enrich(records, names):
    async for record in records:
        record["name"] = names.get(record["user"], "unknown")
        yield record


async def where(records, **conditions):
    async for record in records:
        if all(record.get(k) == v for k, v in conditions.items()):
            yield record


async def window(records, size):
    batch = []
    async for record in records:
        batch.append(record)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch


async def take(stream, n):
    count = 0
    async for item in stream:
        yield item
        count += 1
        if count == n:
            return


async def main():
    names = {1: "ann", 2: "bob", 3: "cat"}
    records = enrich(parse(source(12, 3)), names)
    totals = Counter()
    async for batch in window(records, 5):
        totals.update(r["name"] for r in batch)
        print(len(batch), [r["kind"] for r in batch])
    print(sorted(totals.items()))

    buys = where(parse(source(30, 8)), kind="buy")
    async for record in take(buys, 2):
        print(record["id"], record["amount"])
    await buys.aclose()

    total = sum([r["amount"] async for r in where(parse(source(20, 5)), user=2)])
    print(f"{total:.2f}")
    print(events[0])


asyncio.run(main())
