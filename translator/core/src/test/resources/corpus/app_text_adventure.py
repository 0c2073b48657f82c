"""A small text adventure driven by a script of commands."""
from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Callable, Awaitable


class Direction(Enum):
    NORTH = "north"
    SOUTH = "south"
    EAST = "east"
    WEST = "west"

    @property
    def opposite(self) -> Direction:
        return {
            Direction.NORTH: Direction.SOUTH,
            Direction.SOUTH: Direction.NORTH,
            Direction.EAST: Direction.WEST,
            Direction.WEST: Direction.EAST,
        }[self]

    @classmethod
    def parse(cls, text: str) -> Direction | None:
        text = text.lower().strip()
        for member in cls:
            if member.value == text or member.value[0] == text:
                return member
        return None


@dataclass
class Item:
    name: str
    weight: int = 1
    tags: set[str] = field(default_factory=set)

    def __str__(self) -> str:
        return f"{self.name} ({self.weight}kg)"


@dataclass
class Room:
    name: str
    description: str
    exits: dict[Direction, Room] = field(default_factory=dict, repr=False)
    items: list[Item] = field(default_factory=list)

    def connect(self, direction: Direction, other: Room) -> None:
        self.exits[direction] = other
        other.exits[direction.opposite] = self


class GameOver(Exception):
    def __init__(self, won: bool, turns: int):
        super().__init__(f"{'won' if won else 'lost'} after {turns} turns")
        self.won = won
        self.turns = turns


Command = Callable[["Game", list[str]], Awaitable[None]]
COMMANDS: dict[str, Command] = {}


def command(*names: str):
    def register(fn: Command) -> Command:
        for name in names:
            COMMANDS[name] = fn
        return fn

    return register


class Game:
    MAX_WEIGHT = 5

    def __init__(self, start: Room):
        self.here = start
        self.bag: list[Item] = []
        self.turns = 0
        self.visited: set[str] = {start.name}

    async def say(self, text: str, *, indent: int = 0) -> None:
        await asyncio.sleep(0)
        print(" " * indent + text)

    async def perform(self, line: str) -> None:
        self.turns += 1
        match line.split():
            case []:
                await self.say("Say something.")
            case ["go", where] | [("n" | "s" | "e" | "w") as where]:
                await COMMANDS["go"](self, [where])
            case [verb, *args] if verb in COMMANDS:
                await COMMANDS[verb](self, args)
            case [verb, *_]:
                await self.say(f"I do not know how to {verb!r}.")


@command("go")
async def go(game: Game, args: list[str]) -> None:
    direction = Direction.parse(args[0])
    if direction is None:
        await game.say(f"{args[0]} is not a direction")
        return
    target = game.here.exits.get(direction)
    if target is None:
        await game.say(f"You cannot go {direction.value}.")
    else:
        game.here = target
        game.visited.add(target.name)
        await game.say(f"-> {target.name}: {target.description}")


@command("look", "l")
async def look(game: Game, args: list[str]) -> None:
    await game.say(game.here.description)
    for item in sorted(game.here.items, key=lambda i: (-i.weight, i.name)):
        await game.say(f"- {item}", indent=2)
    await game.say("Exits: " + ", ".join(d.value for d in game.here.exits))


@command("take", "get")
async def take(game: Game, args: list[str]) -> None:
    wanted = " ".join(args)
    for index, item in enumerate(game.here.items):
        if item.name == wanted:
            break
    else:
        await game.say(f"There is no {wanted or 'nothing'} here.")
        return
    if sum(i.weight for i in game.bag) + item.weight > game.MAX_WEIGHT:
        await game.say(f"The {item.name} is too heavy.")
        return
    del game.here.items[index]
    game.bag.append(item)
    await game.say(f"Taken: {item}")
    if "goal" in item.tags:
        raise GameOver(True, game.turns)


@command("drop")
async def drop(game: Game, args: list[str]) -> None:
    name = " ".join(args)
    found = next((i for i in game.bag if i.name == name), None)
    if not found:
        return await game.say("You do not have that.")
    game.bag.remove(found)
    game.here.items.append(found)
    await game.say(f"Dropped: {found.name}")


@command("inventory", "i")
async def inventory(game: Game, args: list[str]) -> None:
    total = sum(item.weight for item in game.bag)
    await game.say(f"You carry {len(game.bag)} thing{'s' if len(game.bag) != 1 else ''}, {total}/{game.MAX_WEIGHT}kg")


def build() -> Room:
    hall = Room("Hall", "A dusty hall.")
    cellar = Room("Cellar", "Damp and dark.", items=[Item("rope", 2), Item("anvil", 50)])
    tower = Room("Tower", "Windy.", items=[Item("gold crown", 3, {"goal"})])
    hall.connect(Direction.SOUTH, cellar)
    hall.connect(Direction.NORTH, tower)
    return hall


async def main() -> None:
    game = Game(build())
    script = ["look", "dance", "", "s", "l", "take anvil", "take rope", "i", "go up", "e", "n", "n",
              "get gold crown", "drop rope", "drop rope", "take gold crown", "look"]
    try:
        for line in script:
            print(f"> {line}")
            await game.perform(line)
    except GameOver as over:
        print("Game over:", over, over.won, over.args)
    print(sorted(game.visited), game.bag)
    print(game.here)


asyncio.run(main())
