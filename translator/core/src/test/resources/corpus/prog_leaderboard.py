import asyncio
import bisect
from dataclasses import dataclass, field
from functools import total_ordering


@total_ordering
class Score:
    def __init__(self, points, seconds):
        self.points = points
        self.seconds = seconds

    def _key(self):
        return (-self.points, self.seconds)

    def __eq__(self, other):
        return self._key() == other._key()

    def __lt__(self, other):
        return self._key() < other._key()

    def __repr__(self):
        return f"{self.points}pts/{self.seconds}s"


@dataclass(order=True)
class Entry:
    score: Score
    player: str


@dataclass
class Board:
    entries: list[Entry] = field(default_factory=list)
    changed: asyncio.Event = field(default_factory=asyncio.Event)

    def add(self, player, score):
        bisect.insort(self.entries, Entry(score, player))
        self.changed.set()

    def top(self, n=3):
        return [f"{i}. {e.player} {e.score}" for i, e in enumerate(self.entries[:n], 1)]


async def watch(board, times):
    for _ in range(times):
        await board.changed.wait()
        board.changed.clear()
        print(board.top(1))


async def main():
    board = Board()
    watcher = asyncio.create_task(watch(board, 3))
    for player, points, seconds in [("ann", 10, 30), ("bob", 12, 50), ("cyd", 12, 40)]:
        await asyncio.sleep(0.001)
        board.add(player, Score(points, seconds))
    await watcher
    print("\n".join(board.top()))
    print(Score(1, 2) >= Score(1, 3), max(Score(5, 1), Score(7, 9)))


asyncio.run(main())
