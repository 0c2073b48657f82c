from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, Final, Generic, Literal, NewType, Optional, TypeVar, Union, cast

T = TypeVar("T")
K = TypeVar("K")
UserId = NewType("UserId", int)
Mode = Literal["fast", "slow"]
MAX: Final = 3


class Stack(Generic[T]):
    def __init__(self) -> None:
        self._items: list[T] = []

    def push(self, item: T) -> Stack[T]:
        self._items.append(item)
        return self

    def pop(self) -> T:
        return self._items.pop()

    def peek(self) -> Optional[T]:
        return self._items[-1] if self._items else None

    def __len__(self) -> int:
        return len(self._items)


@dataclass
class User:
    id: UserId
    name: str
    tags: list[str] = field(default_factory=list)
    parent: "User | None" = None


def first(items: list[T], default: Union[T, None] = None) -> T | None:
    return items[0] if items else default


def apply(f: Callable[[int], T], n: int) -> T:
    return f(n)


async def run(mode: Mode, work: Callable[[], Awaitable[int]]) -> int:
    result: int = await work()
    return result * (1 if mode == "fast" else 2)


def evens(limit: int) -> Iterator[int]:
    x: int
    for x in range(limit):
        if x % 2 == 0:
            yield x


s: Stack[int] = Stack()
s.push(1).push(2)
print(s.pop(), s.peek(), len(s), Stack().peek())
u = User(UserId(7), "ann", ["x"])
v = User(UserId(8), "bob", parent=u)
print(u, v.parent is u, v.parent.name)
print(first([3, 4]), first([]), first([], 9), apply(lambda n: f"<{n}>", 5), apply(lambda n: n + 1, 5))


async def work() -> int:
    await asyncio.sleep(0)
    return 21


print(asyncio.run(run("slow", work)), list(evens(7)), cast(int, 5), MAX)
anything: Any = [1, "a"]
anything = {"k": anything}
print(anything["k"][1])
