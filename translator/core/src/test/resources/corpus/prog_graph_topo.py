from collections import defaultdict, deque


class CycleError(Exception):
    pass


class Graph:
    def __init__(self, edges=()):
        self.edges = defaultdict(set)
        self.nodes = set()
        for a, b in edges:
            self.add(a, b)

    def add(self, a, b):
        self.nodes |= {a, b}
        self.edges[a].add(b)

    def order(self):
        incoming = {n: 0 for n in self.nodes}
        for targets in self.edges.values():
            for t in targets:
                incoming[t] += 1
        ready = deque(sorted(n for n, k in incoming.items() if k == 0))
        result = []
        while ready:
            node = ready.popleft()
            result.append(node)
            for t in sorted(self.edges[node]):
                incoming[t] -= 1
                if not incoming[t]:
                    ready.append(t)
        if len(result) != len(self.nodes):
            raise CycleError(sorted(self.nodes - set(result)))
        return result

    def paths(self, start, end, seen=()):
        if start == end:
            yield [*seen, end]
            return
        for t in sorted(self.edges[start]):
            if t not in seen:
                yield from self.paths(t, end, (*seen, start))


g = Graph([("shirt", "tie"), ("tie", "jacket"), ("trousers", "shoes"), ("trousers", "belt"), ("belt", "jacket"), ("socks", "shoes")])
print(g.order())
print(list(g.paths("trousers", "jacket")), list(g.paths("socks", "tie")))
g.add("jacket", "shirt")
try:
    g.order()
except CycleError as e:
    print("cycle among", e.args[0])
