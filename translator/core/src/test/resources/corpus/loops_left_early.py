"""Loops that are left end the generators that only they hold."""
import asyncio


def numbers(count):
    try:
        for number in range(count):
            yield number
    finally:
        print("closed", count)


def find(wanted):
    for number in numbers(5):
        if number == wanted:
            return number * 10
    return None


class Source:
    def __init__(self, name):
        self.name = name

    def lines(self):
        try:
            yield self.name + " 1"
            yield self.name + " 2"
        except GeneratorExit:
            print("left", self.name)
            raise


async def ticks(count):
    try:
        for tick in range(count):
            yield tick
            await asyncio.sleep(0)
    finally:
        print("ticks closed", count)


async def first_above(limit):
    async for tick in ticks(limit + 5):
        if tick > limit:
            return tick


for number in numbers(3):
    if number == 1:
        break
else:
    print("never")
print("after")
print(find(2), find(9))
for line in Source("a").lines():
    print(line)
    break
for number in numbers(2):
    pass
held = numbers(4)
for number in held:
    break
print("held", next(held))
held.close()


async def main():
    async for tick in ticks(10):
        if tick == 2:
            break
    print("left the ticks")
    await asyncio.sleep(0.01)
    print(await first_above(1))
    await asyncio.sleep(0.01)
    print("end")


asyncio.run(main())
