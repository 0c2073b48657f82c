import asyncio
import heapq


class Scheduler:
    def __init__(self):
        self.heap = []
        self.counter = 0

    def at(self, when, name, action):
        heapq.heappush(self.heap, (when, self.counter, name))
        self.counter += 1
        actions[name] = action

    async def run(self):
        now = 0
        while self.heap:
            when, _, name = heapq.heappop(self.heap)
            await asyncio.sleep((when - now) / 1000)
            now = when
            await actions[name](now)


actions = {}
log = []


async def tick(now):
    log.append(f"tick {now}")
    if now < 6:
        s.at(now + 2, "tick", tick)


async def alarm(now):
    log.append(f"alarm {now}")


s = Scheduler()
s.at(5, "alarm", alarm)
s.at(1, "tick", tick)
asyncio.run(s.run())
print(log)
