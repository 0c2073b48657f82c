import asyncio
import random
import sys
from typing import Iterable, NamedTuple


class Cell(NamedTuple):
    x: int
    y: int

    def neighbours(self) -> Iterable["Cell"]:
        for dx in (-1, 0, 1):
            for dy in (-1, 0, 1):
                if dx or dy:
                    yield Cell(self.x + dx, self.y + dy)


Board = frozenset[Cell]


def parse(picture: str) -> Board:
    return frozenset(
        Cell(x, y)
        for y, row in enumerate(picture.strip().splitlines())
        for x, ch in enumerate(row.strip())
        if ch == "#"
    )


def step(board: Board) -> Board:
    counts: dict[Cell, int] = {}
    for cell in board:
        for n in cell.neighbours():
            counts[n] = counts.get(n, 0) + 1
    return frozenset(c for c, k in counts.items() if k == 3 or (k == 2 and c in board))


def render(board: Board, width: int, height: int) -> str:
    return "\n".join("".join(".#"[Cell(x, y) in board] for x in range(width)) for y in range(height))


async def evolve(board: Board, generations: int):
    seen = {board: 0}
    for g in range(1, generations + 1):
        await asyncio.sleep(0)
        board = step(board)
        yield g, board
        if board in seen:
            print(f"cycle of length {g - seen[board]} at {g}")
            return
        seen[board] = g


async def main(args: list[str]) -> int:
    random.seed(2024)
    glider = parse("""
        .#...
        ..#..
        ###..
    """)
    async for g, b in evolve(glider, 4):
        print(g, sorted(b)[0], len(b))
    print(render(b, 5, 5))
    blinker = parse("###")
    async for g, b in evolve(blinker, 10):
        pass
    soup = frozenset(Cell(random.randrange(8), random.randrange(8)) for _ in range(25))
    async for g, b in evolve(soup, 60):
        if g % 20 == 0 or not b:
            xs, ys = zip(*b) if b else ((0,), (0,))
            print(g, len(b), (min(xs), max(xs)), (min(ys), max(ys)))
    c = Cell(y=2, x=1)
    print(c, c._replace(x=9), c[0], c == (1, 2), *c, Cell._fields, c._asdict(), Cell._make([5, 6]))
    return len(args)


if __name__ == "__main__":
    sys.exit(asyncio.run(main(sys.argv[1:])))
