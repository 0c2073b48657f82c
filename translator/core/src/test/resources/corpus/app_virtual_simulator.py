"""A discrete-event simulation of a bank with its own virtual clock, on asyncio's primitives."""
import asyncio
import heapq
import random
import statistics
from dataclasses import dataclass


class Clock:
    """Virtual time: sleepers wake in order once everybody waits."""

    def __init__(self):
        self.now = 0.0
        self.sleepers = []
        self.sequence = 0

    async def sleep(self, delay):
        self.sequence += 1
        future = asyncio.get_running_loop().create_future()
        heapq.heappush(self.sleepers, (self.now + delay, self.sequence, future))
        await future

    async def run(self, until):
        while True:
            for _ in range(20):
                await asyncio.sleep(0)
            if not self.sleepers or self.sleepers[0][0] > until:
                break
            self.now, _, future = heapq.heappop(self.sleepers)
            future.set_result(None)


@dataclass
class Customer:
    number: int
    arrived: float
    served: float = 0.0
    left: float = 0.0

    @property
    def waited(self):
        return self.served - self.arrived


class Bank:
    def __init__(self, clock, tellers, rng):
        self.clock = clock
        self.tellers = asyncio.Semaphore(tellers)
        self.rng = rng
        self.customers = []
        self.queue_length = 0
        self.longest = 0

    async def visit(self, customer):
        self.queue_length += 1
        self.longest = max(self.longest, self.queue_length)
        async with self.tellers:
            self.queue_length -= 1
            customer.served = self.clock.now
            await self.clock.sleep(self.rng.expovariate(1 / 4))
        customer.left = self.clock.now
        self.customers.append(customer)

    async def arrivals(self, count):
        async with asyncio.TaskGroup() as tg:
            for number in range(count):
                await self.clock.sleep(self.rng.expovariate(1 / 2))
                tg.create_task(self.visit(Customer(number, self.clock.now)))


async def simulate(tellers, seed):
    clock = Clock()
    bank = Bank(clock, tellers, random.Random(seed))
    arrivals = asyncio.create_task(bank.arrivals(25))
    await clock.run(until=1000)
    await arrivals
    waits = [c.waited for c in bank.customers]
    return clock.now, statistics.mean(waits), max(waits), bank.longest


async def main():
    print(f"{'tellers':>8}{'end':>10}{'mean wait':>12}{'max wait':>12}{'queue':>7}")
    for tellers in (1, 2, 3):
        end, mean, worst, longest = await simulate(tellers, seed=42)
        print(f"{tellers:>8}{end:>10.2f}{mean:>12.3f}{worst:>12.3f}{longest:>7}")


asyncio.run(main())
