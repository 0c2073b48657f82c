import asyncio
import random
from enum import Enum
from heapq import heappop, heappush


class Direction(Enum):
    UP = 1
    DOWN = -1
    IDLE = 0


class Elevator:
    def __init__(self, floors):
        self.floor = 0
        self.floors = floors
        self.stops = {Direction.UP: [], Direction.DOWN: []}
        self.direction = Direction.IDLE
        self.moved = 0
        self.visited = []

    def request(self, floor):
        if floor > self.floor or (floor == self.floor and self.direction is Direction.UP):
            heappush(self.stops[Direction.UP], floor)
        else:
            heappush(self.stops[Direction.DOWN], -floor)

    async def run(self):
        while any(self.stops.values()):
            if self.direction is Direction.IDLE or not self.stops[self.direction]:
                self.direction = Direction.UP if self.stops[Direction.UP] else Direction.DOWN
            target = abs(heappop(self.stops[self.direction]))
            self.moved += abs(target - self.floor)
            await asyncio.sleep(0.0001)
            self.floor = target
            self.visited.append(target)
        self.direction = Direction.IDLE


async def main():
    random.seed(12)
    elevator = Elevator(10)
    for floor in random.sample(range(1, 10), 5):
        elevator.request(floor)
    task = asyncio.create_task(elevator.run())
    await asyncio.sleep(0.00005)
    elevator.request(random.randint(0, 9))
    await task
    print(elevator.visited == sorted(elevator.visited) or elevator.visited, elevator.direction)
    print(len(elevator.visited), elevator.moved >= max(elevator.visited))


asyncio.run(main())
