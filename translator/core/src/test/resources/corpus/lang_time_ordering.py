import asyncio
import heapq


class VirtualClock:
    def __init__(self):
        self.now = 0.0
        self.queue = []
        self.seq = 0

    def at(self, delay, action, *args):
        self.seq += 1
        heapq.heappush(self.queue, (self.now + delay, self.seq, action, args))
        return self.seq

    def run(self, until=float("inf")):
        while self.queue and self.queue[0][0] <= until:
            self.now, _, action, args = heapq.heappop(self.queue)
            action(*args)
        return self.now


clock = VirtualClock()
log = []


def arrive(name, times):
    log.append((clock.now, name))
    if times > 1:
        clock.at(1.5, arrive, name, times - 1)


clock.at(1, arrive, "a", 3)
clock.at(0.5, arrive, "b", 2)
clock.at(1, lambda: log.append("tick"))
print(clock.run(until=2), len(clock.queue))
print(clock.run(), log)


async def main():
    loop = asyncio.get_running_loop()
    events = []
    t0 = loop.time()
    for name, delay in (("c", 0.03), ("a", 0.01), ("b", 0.02)):
        loop.call_later(delay, events.append, name)
    loop.call_at(t0 + 0.015, events.append, "mid")
    await asyncio.sleep(0.05)
    print(events)


asyncio.run(main())
