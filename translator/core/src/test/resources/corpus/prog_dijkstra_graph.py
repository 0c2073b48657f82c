import heapq
from collections import defaultdict, deque


class Graph:
    def __init__(self, directed=False):
        self.edges = defaultdict(dict)
        self.directed = directed

    def add(self, a, b, weight=1):
        self.edges[a][b] = weight
        if not self.directed:
            self.edges[b][a] = weight
        else:
            self.edges[b]
        return self

    def shortest(self, start, goal):
        queue = [(0, start, (start,))]
        seen = set()
        while queue:
            cost, node, path = heapq.heappop(queue)
            if node == goal:
                return cost, path
            if node in seen:
                continue
            seen.add(node)
            for nxt, w in sorted(self.edges[node].items()):
                if nxt not in seen:
                    heapq.heappush(queue, (cost + w, nxt, path + (nxt,)))
        return float("inf"), ()

    def bfs(self, start):
        order, queue, seen = [], deque([start]), {start}
        while queue:
            node = queue.popleft()
            order.append(node)
            for nxt in sorted(self.edges[node]):
                if nxt not in seen:
                    seen.add(nxt)
                    queue.append(nxt)
        return order

    def topological(self):
        indegree = {n: 0 for n in self.edges}
        for targets in self.edges.values():
            for t in targets:
                indegree[t] += 1
        ready = sorted(n for n, d in indegree.items() if d == 0)
        result = []
        while ready:
            n = ready.pop(0)
            result.append(n)
            for t in self.edges[n]:
                indegree[t] -= 1
                if indegree[t] == 0:
                    ready.append(t)
        if len(result) != len(self.edges):
            raise ValueError("cycle")
        return result


g = Graph()
for a, b, w in [("A", "B", 4), ("A", "C", 2), ("C", "B", 1), ("B", "D", 5), ("C", "D", 8), ("D", "E", 3)]:
    g.add(a, b, w)
print(g.shortest("A", "E"), g.shortest("A", "Z"))
print(g.bfs("A"))
d = Graph(directed=True).add("shirt", "tie").add("tie", "jacket").add("pants", "shoes").add("pants", "belt").add("belt", "jacket")
print(d.topological())
try:
    d.add("jacket", "shirt").topological()
except ValueError as e:
    print(e)
