from collections import defaultdict, deque
import weft

class Cycle(weft.ItemError):
    pass

class DagLevels(weft.Node):
    def process(self, edges):
        after = defaultdict(list)
        waits = defaultdict(int)
        for a, b in edges:
            after[a].append(b)
            waits[b] += 1
            waits.setdefault(a, 0)
        ready = deque(sorted(n for n, count in waits.items() if count == 0))
        levels = []
        seen = 0
        while ready:
            levels.append(list(ready))
            seen += len(ready)
            nxt = []
            for node in ready:
                for to in after[node]:
                    waits[to] -= 1
                    if not waits[to]:
                        nxt.append(to)
            ready = deque(sorted(nxt))
        if seen != len(waits):
            raise Cycle("cycle among " + ", ".join(sorted(str(n) for n, c in waits.items() if c)))
        return levels
