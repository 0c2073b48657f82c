import asyncio
import weft


def ratio(row):
    return row["a"] / row["b"]


class StreamMistakes(weft.Node):
    async def process(self, stream):
        window = []
        async for item in stream:
            window.append(item)
            if item == "key":
                yield {}["missing"]
            elif item == "next":
                yield next(iter([]))
            elif item == "stop":
                raise StopAsyncIteration
            elif item == "task":
                task = asyncio.create_task(self.work(item))
                yield await task
            elif item == "group":
                async with asyncio.TaskGroup() as group:
                    group.create_task(self.work(item))
                    group.create_task(asyncio.sleep(1))
            elif item == "timeout":
                async with asyncio.timeout(0.1):
                    await asyncio.sleep(1)
            elif item == "gather":
                yield await asyncio.gather(self.work(item), asyncio.sleep(1))
            elif item == "unpack":
                first, second = item.split("-")
            elif isinstance(item, dict):
                yield ratio(item)
            elif item == "comprehension":
                yield [
                    value.name
                    for value in window
                ]
            elif item == "generator":
                yield list(self.numbers(3))
            elif item == "async generator":
                async for n in self.slowly(2):
                    yield n
            elif item == "finally":
                try:
                    yield 1
                    raise ValueError("in the stream")
                finally:
                    window.index("nowhere")
            elif item == "recursion":
                yield self.deep(0)
            else:
                yield item
        if len(window) == 1:
            raise RuntimeError(f"only {window[0]!r}")

    def numbers(self, n):
        while True:
            yield 10 // n
            n -= 1

    async def slowly(self, n):
        for i in range(n):
            await asyncio.sleep(0.1)
            yield [5][i]

    async def work(self, item):
        await asyncio.sleep(0.1)
        return item["name"]

    def deep(self, n):
        return self.deep(n + 1)
