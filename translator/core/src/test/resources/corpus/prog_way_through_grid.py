import asyncio
from dataclasses import dataclass
from typing import NamedTuple, Protocol, TypeVar, Generic, Iterable, Iterator
import heapq
import time

T = TypeVar("T")


class Comparable(Protocol):
    def __lt__(self, other) -> bool: ...


class PriorityQueue(Generic[T]):
    def __init__(self, items: Iterable[T] = (), key=None):
        self._key = key or (lambda x: x)
        self._n = 0
        self._heap: list = []
        for i in items:
            self.push(i)

    def push(self, item: T) -> None:
        heapq.heappush(self._heap, (self._key(item), self._n, item))
        self._n += 1

    def pop(self) -> T:
        return heapq.heappop(self._heap)[-1]

    def __len__(self) -> int:
        return len(self._heap)

    def __bool__(self) -> bool:
        return bool(self._heap)

    def __iter__(self) -> Iterator[T]:
        copy = list(self._heap)
        while copy:
            yield heapq.heappop(copy)[-1]

    def __contains__(self, item) -> bool:
        return any(x[-1] == item for x in self._heap)


class Point(NamedTuple):
    x: int
    y: int = 0

    def __add__(self, other):
        return Point(self.x + other.x, self.y + other.y)

    @property
    def length(self) -> float:
        return (self.x ** 2 + self.y ** 2) ** 0.5


GRID = """
#########
#S..#...#
#.#.#.#.#
#.#...#E#
#########
""".strip().splitlines()


def find(ch):
    return next(Point(x, y) for y, row in enumerate(GRID) for x, c in enumerate(row) if c == ch)


def astar(start: Point, goal: Point) -> list[Point] | None:
    frontier: PriorityQueue[tuple[int, Point]] = PriorityQueue(key=lambda t: t[0])
    frontier.push((0, start))
    came: dict[Point, Point | None] = {start: None}
    cost = {start: 0}
    while frontier:
        _, current = frontier.pop()
        if current == goal:
            break
        for d in (Point(1, 0), Point(-1), Point(0, 1), Point(0, -1)):
            nxt = current + d
            if GRID[nxt.y][nxt.x] == "#":
                continue
            new = cost[current] + 1
            if nxt not in cost or new < cost[nxt]:
                cost[nxt] = new
                frontier.push((new + abs(goal.x - nxt.x) + abs(goal.y - nxt.y), nxt))
                came[nxt] = current
    else:
        return None
    path = []
    node: Point | None = goal
    while node is not None:
        path.append(node)
        node = came[node]
    return path[::-1]


path = astar(find("S"), find("E"))
print(len(path), path[0], path[-1], path[1].length)
rows = [list(r) for r in GRID]
for p in path[1:-1]:
    rows[p.y][p.x] = "*"
print("\n".join("".join(r) for r in rows))
pq = PriorityQueue(["pear", "fig", "banana"], key=len)
print(list(pq), len(pq), "fig" in pq, pq.pop(), [*pq], bool(pq))
x, y = Point(3)
print(x, y, Point(1, 2)._asdict(), Point._fields, max(Point(1, 5), Point(2)), {Point(1): "a"}[(1, 0)])
a, *rest, z = range(6)
print(a, rest, z)
matrix = [[1, 2, 3], [4, 5, 6]]
print(list(zip(*matrix)), [sum(c) for c in zip(*matrix)], [[r[i] for r in matrix] for i in range(3)])
print({k: [v for v in g] for k, g in {"a": range(2), "b": "xy"}.items()})
print(f"{path[2]!r:>20}|{x=}|{len(path)=:>4}|{3.14159:{10}.{3}}|")
