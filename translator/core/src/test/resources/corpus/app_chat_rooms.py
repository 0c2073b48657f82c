"""Rooms, members and a moderator, all in memory, with queues between them."""
import asyncio
from dataclasses import dataclass, field
from typing import AsyncIterator, Optional


@dataclass(frozen=True)
class Message:
    sender: str
    text: str
    room: str


class Member:
    def __init__(self, name: str, capacity: int = 10) -> None:
        self.name = name
        self.inbox: asyncio.Queue[Optional[Message]] = asyncio.Queue(capacity)
        self.seen: list[str] = []

    async def listen(self) -> int:
        while (message := await self.inbox.get()) is not None:
            self.seen.append(f"{message.room}/{message.sender}: {message.text}")
            await asyncio.sleep(0)
        return len(self.seen)

    def __hash__(self) -> int:
        return hash(self.name)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Member) and other.name == self.name


@dataclass
class Room:
    name: str
    members: dict[str, Member] = field(default_factory=dict)
    banned: set[str] = field(default_factory=set)

    async def post(self, sender: str, text: str) -> int:
        if sender in self.banned:
            raise PermissionError(f"{sender} is banned from {self.name}")
        message = Message(sender, text, self.name)
        targets = [m for m in self.members.values() if m.name != sender]
        await asyncio.gather(*(m.inbox.put(message) for m in targets))
        return len(targets)


class Moderator:
    WORDS = frozenset({"spam", "scam"})

    def __init__(self, rooms: dict[str, Room]) -> None:
        self.rooms = rooms
        self.strikes: dict[str, int] = {}

    async def post(self, room: str, sender: str, text: str) -> str:
        if self.WORDS & set(text.lower().split()):
            self.strikes[sender] = self.strikes.get(sender, 0) + 1
            if self.strikes[sender] >= 2:
                for r in self.rooms.values():
                    r.banned.add(sender)
                return "banned"
            return "warned"
        try:
            n = await self.rooms[room].post(sender, text)
        except PermissionError as e:
            return str(e)
        except KeyError:
            return f"no room {room}"
        else:
            return f"sent to {n}"


async def script() -> AsyncIterator[tuple[str, str, str]]:
    lines = [
        ("lobby", "ann", "hello all"), ("lobby", "bob", "hi ann"), ("dev", "cat", "anyone on 3.12?"),
        ("lobby", "dan", "buy SPAM now"), ("lobby", "dan", "just kidding"), ("attic", "ann", "?"),
        ("dev", "dan", "a scam , really"), ("lobby", "dan", "hello?"),
    ]
    for i, line in enumerate(lines):
        await asyncio.sleep(0.001 * (i % 3))
        yield line


async def main() -> None:
    people = {n: Member(n) for n in ("ann", "bob", "cat", "dan")}
    rooms = {
        "lobby": Room("lobby", {n: people[n] for n in ("ann", "bob", "dan")}),
        "dev": Room("dev", {n: people[n] for n in ("cat", "dan", "ann")}),
    }
    moderator = Moderator(rooms)
    async with asyncio.TaskGroup() as group:
        listeners = {name: group.create_task(p.listen(), name=name) for name, p in people.items()}
        async for room, sender, text in script():
            print(f"{sender}@{room}: {await moderator.post(room, sender, text)}")
        for p in people.values():
            await p.inbox.put(None)
    for name, task in listeners.items():
        print(name, task.result(), people[name].seen[:2], task.get_name() == name)
    print(moderator.strikes, sorted(rooms["dev"].banned), Member("ann") in set(people.values()))


if __name__ == "__main__":
    asyncio.run(main())
