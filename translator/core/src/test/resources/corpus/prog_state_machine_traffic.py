import asyncio
from enum import StrEnum, auto


class Light(StrEnum):
    RED = auto()
    GREEN = auto()
    YELLOW = auto()


TRANSITIONS = {Light.RED: (Light.GREEN, 3), Light.GREEN: (Light.YELLOW, 2), Light.YELLOW: (Light.RED, 1)}


class Crossing:
    def __init__(self):
        self.light = Light.RED
        self.changed = asyncio.Condition()
        self.history = []

    async def run(self, steps):
        for _ in range(steps):
            self.history.append(self.light)
            following, ticks = TRANSITIONS[self.light]
            await asyncio.sleep(ticks * 0.002)
            async with self.changed:
                self.light = following
                self.changed.notify_all()

    async def wait_for(self, colour):
        async with self.changed:
            await self.changed.wait_for(lambda: self.light == colour)


async def car(name, crossing, out):
    await crossing.wait_for(Light.GREEN)
    out.append(f"{name} drives on {crossing.light}")


async def main():
    crossing = Crossing()
    out = []
    cars = [asyncio.create_task(car(n, crossing, out)) for n in ("vw", "bmw")]
    await crossing.run(5)
    await asyncio.gather(*cars)
    print(out)
    print(" -> ".join(crossing.history))


asyncio.run(main())
