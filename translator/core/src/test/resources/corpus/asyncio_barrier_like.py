import asyncio


class Latch:
    def __init__(self, count):
        self.count = count
        self.event = asyncio.Event()

    def arrive(self):
        self.count -= 1
        if self.count == 0:
            self.event.set()

    async def wait(self):
        await self.event.wait()


async def party(name, latch, order):
    order.append(f"{name} arrives")
    latch.arrive()
    await latch.wait()
    order.append(f"{name} leaves")


async def main():
    latch = Latch(3)
    order = []
    async with asyncio.TaskGroup() as tg:
        for n in "xyz":
            tg.create_task(party(n, latch, order))
    print(*order, sep="\n")


asyncio.run(main())
