"""The shortest ways through a graph that is a dict of lists."""

from collections import deque


def build(nodes: int) -> dict[int, list[int]]:
    graph: dict[int, list[int]] = {n: [] for n in range(nodes)}
    seed = 42
    for n in range(nodes):
        for _ in range(4):
            seed = (seed * 1103515245 + 12345) % 2147483648
            other = seed % nodes
            graph[n].append(other)
            graph[other].append(n)
    return graph


def distances(graph: dict[int, list[int]], start: int) -> dict[int, int]:
    seen = {start: 0}
    queue = deque([start])
    while queue:
        node = queue.popleft()
        for neighbour in graph[node]:
            if neighbour not in seen:
                seen[neighbour] = seen[node] + 1
                queue.append(neighbour)
    return seen


def work(nodes: int) -> int:
    graph = build(nodes)
    total = 0
    for start in range(5):
        found = distances(graph, start)
        total += sum(found.values()) + max(found.values())
    return total
