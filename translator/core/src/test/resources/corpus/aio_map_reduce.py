import asyncio
from collections import Counter
from functools import reduce
from itertools import batched

DOCS = ["the cat sat on the mat", "the dog ate the cat", "a mat is a mat", "dogs and cats"]


async def map_words(doc):
    await asyncio.sleep(0)
    return Counter(doc.split())


async def map_batch(batch):
    parts = await asyncio.gather(*map(map_words, batch))
    return reduce(lambda a, b: a + b, parts)


async def main():
    partial = await asyncio.gather(*(map_batch(b) for b in batched(DOCS, 2)))
    total = sum(partial, Counter())
    print(total.most_common(3))
    print(total["mat"], total["nothing"], len(total))


asyncio.run(main())
