import heapq
from collections import defaultdict, deque
from math import inf

EDGES = [("a", "b", 4), ("a", "c", 1), ("c", "b", 2), ("b", "d", 5), ("c", "d", 8), ("d", "e", 3)]
graph = defaultdict(dict)
for u, v, w in EDGES:
    graph[u][v] = w
    graph[v][u] = w


def dijkstra(start):
    dist = defaultdict(lambda: inf)
    dist[start] = 0
    previous = {}
    heap = [(0, start)]
    while heap:
        d, node = heapq.heappop(heap)
        if d > dist[node]:
            continue
        for other, weight in graph[node].items():
            if d + weight < dist[other]:
                dist[other] = d + weight
                previous[other] = node
                heapq.heappush(heap, (dist[other], other))
    return dict(dist), previous


def path(previous, target):
    out = [target]
    while out[-1] in previous:
        out.append(previous[out[-1]])
    return "->".join(reversed(out))


def bfs(start):
    seen, queue, order = {start}, deque([start]), []
    while queue:
        node = queue.popleft()
        order.append(node)
        for n in sorted(graph[node]):
            if n not in seen:
                seen.add(n)
                queue.append(n)
    return order


dist, previous = dijkstra("a")
for node in sorted(dist):
    print(node, dist[node], path(previous, node))
print(bfs("a"))
