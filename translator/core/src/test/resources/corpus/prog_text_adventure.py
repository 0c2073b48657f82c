"""Data-driven world, generators as coroutines, string methods."""
WORLD = """
hall: north=kitchen east=library | A dusty hall.
kitchen: south=hall | Smells of soup. [knife, soup]
library: west=hall | Shelves everywhere. [book]
"""


class Room:
    __slots__ = ("name", "text", "exits", "items")

    def __init__(self, name, text, exits, items):
        self.name = name
        self.text = text
        self.exits = exits
        self.items = items

    def describe(self):
        parts = [f"[{self.name.title()}] {self.text}"]
        if self.items:
            parts.append("You see: " + ", ".join(sorted(self.items)) + ".")
        parts.append("Exits: " + " ".join(sorted(self.exits)))
        return " ".join(parts)


def parse(world):
    rooms = {}
    for line in world.strip().splitlines():
        name, _, rest = line.partition(":")
        exits_text, _, text = rest.partition("|")
        exits = dict(pair.split("=") for pair in exits_text.split())
        text, _, items = text.strip().partition("[")
        rooms[name] = Room(name, text.strip(), exits, {i.strip() for i in items.rstrip("]").split(",") if i.strip()})
    return rooms


def game(rooms, start="hall"):
    room = rooms[start]
    bag = []
    output = room.describe()
    while True:
        command = yield output
        match command.split():
            case ["go", direction] if direction in room.exits:
                room = rooms[room.exits[direction]]
                output = room.describe()
            case ["go", direction]:
                output = f"No way {direction}."
            case ["take", item] if item in room.items:
                room.items.remove(item)
                bag.append(item)
                output = f"Taken {item}."
            case ["drop", *items] if items:
                dropped = [i for i in items if i in bag]
                for i in dropped:
                    bag.remove(i)
                    room.items.add(i)
                output = f"Dropped {', '.join(dropped) or 'nothing'}."
            case ["bag" | "inventory"]:
                output = f"Bag: {bag}"
            case ["quit"]:
                return len(bag)
            case []:
                output = "Say something."
            case [verb, *_]:
                output = f"I don't know how to {verb!r}."


g = game(parse(WORLD))
print(next(g))
try:
    for cmd in ["go north", "take soup", "take soup", "bag", "go up", "go south", "go east", "take book", "drop soup hat", "", "dance now", "bag", "quit"]:
        print(">", cmd)
        print(g.send(cmd))
except StopIteration as stop:
    print("score", stop.value)
