"""A toy scheduler with generators as tasks, as in the old days."""
import heapq
from collections import deque


class Sleep:
    def __init__(self, seconds):
        self.seconds = seconds


class Spawn:
    def __init__(self, gen):
        self.gen = gen


class Scheduler:
    def __init__(self):
        self.ready = deque()
        self.sleeping = []
        self.now = 0.0
        self.sequence = 0
        self.trace = []

    def spawn(self, gen, value=None):
        self.ready.append((gen, value))

    def run(self):
        while self.ready or self.sleeping:
            if not self.ready:
                self.now, _, gen = heapq.heappop(self.sleeping)
                self.ready.append((gen, None))
            gen, value = self.ready.popleft()
            try:
                request = gen.send(value)
            except StopIteration as stop:
                if stop.value is not None:
                    self.trace.append(f"{gen.__name__} -> {stop.value}")
                continue
            if isinstance(request, Sleep):
                self.sequence += 1
                heapq.heappush(self.sleeping, (self.now + request.seconds, self.sequence, gen))
            elif isinstance(request, Spawn):
                self.spawn(request.gen)
                self.spawn(gen, len(self.ready))
            else:
                self.spawn(gen, request)


def ticker(s, name, every, times):
    for i in range(times):
        yield Sleep(every)
        s.trace.append(f"{s.now:.1f} {name} {i}")
    return name


def parent(s):
    n = yield Spawn(ticker(s, "child", 0.3, 2))
    s.trace.append(f"spawned, queue was {n}")
    echo = yield "echo"
    result = yield from ticker(s, "inline", 0.5, 1)
    return f"{echo} {result}"


s = Scheduler()
s.spawn(ticker(s, "a", 0.2, 3))
s.spawn(parent(s))
s.run()
print("\n".join(s.trace))


def tree(n):
    if n:
        yield from tree(n - 1)
        yield n
        yield from tree(n - 1)


print(list(tree(3)))


def accumulate():
    total = 0
    while True:
        try:
            x = yield total
            total += x
        except ValueError:
            total = 0
        except GeneratorExit:
            print("closing with", total)
            raise


g = accumulate()
next(g)
print(g.send(3), g.send(4), g.throw(ValueError), g.send(1))
g.close()
try:
    g.send(1)
except StopIteration:
    print("exhausted")
