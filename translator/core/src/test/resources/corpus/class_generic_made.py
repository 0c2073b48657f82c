from typing import Generic, TypeVar

T = TypeVar("T")


class Stack(Generic[T]):
    def __init__(self) -> None:
        self.items: list[T] = []

    def push(self, item: T) -> None:
        self.items.append(item)

    def pop(self) -> T:
        return self.items.pop()

    def __len__(self) -> int:
        return len(self.items)


class Box[U]:
    def __init__(self, value: U) -> None:
        self.value = value

    def get(self) -> U:
        return self.value


s = Stack[int]()
s.push(1)
s.push(2)
print(s.pop(), len(s))
b = Box[str]("x")
print(b.get().upper())
names: Stack[str] = Stack[str]()
names.push("a")
print(names.pop())
