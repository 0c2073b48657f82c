from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from typing import Any, Dict, Generic, List, Literal, NamedTuple, Optional, Protocol, TypeAlias, TypedDict, TypeVar, Union, cast

import asyncio

T = TypeVar("T")
K = TypeVar("K")
Handler: TypeAlias = Callable[[str], Awaitable[None]]
Mode = Literal["fast", "slow"]


class Movie(TypedDict):
    title: str
    year: int


class Speaker(Protocol):
    def speak(self) -> str: ...


class Dog:
    def speak(self) -> str:
        return "woof"


class Robot:
    def speak(self) -> str:
        return "beep"


class Stack(Generic[T]):
    def __init__(self) -> None:
        self._items: List[T] = []

    def push(self, item: T) -> Stack[T]:
        self._items.append(item)
        return self

    def pop(self) -> Optional[T]:
        return self._items.pop() if self._items else None

    def __len__(self) -> int:
        return len(self._items)


class Employee(NamedTuple):
    name: str
    id: int = 3


class Base(ABC):
    @abstractmethod
    async def run(self, mode: Mode) -> Dict[str, Any]: ...


class Impl(Base):
    async def run(self, mode: Mode) -> Dict[str, Any]:
        await asyncio.sleep(0)
        return {"mode": mode, "ok": True}


def chorus(speakers: Iterable[Speaker]) -> str:
    return " ".join(s.speak() for s in speakers)


async def numbers(n: int) -> AsyncIterator[int]:
    for i in range(n):
        yield i


async def dispatch(handlers: Dict[str, Handler], key: str) -> None:
    await handlers[key](key)


async def on_event(name: str) -> None:
    print("event", name)


def parse(value: Union[int, str, None]) -> int | None:
    if value is None:
        return None
    return int(value)


async def main() -> None:
    movie: Movie = {"title": "Alien", "year": 1979}
    print(movie["title"], movie["year"] + 1)
    print(chorus([Dog(), Robot()]))
    stack: Stack[int] = Stack()
    stack.push(1).push(2)
    print(stack.pop(), len(stack), stack.pop(), stack.pop())
    print(Employee("Ann"), Employee("Bob", id=9).id)
    print(await Impl().run("fast"))
    print([n async for n in numbers(4)])
    await dispatch({"start": on_event}, "start")
    print(parse("12"), parse(7), parse(None), cast(int, "x"))


asyncio.run(main())
