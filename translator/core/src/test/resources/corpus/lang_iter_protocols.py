import asyncio


class Countdown:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n <= 0:
            raise StopIteration
        self.n -= 1
        return self.n + 1


class Tree:
    def __init__(self, value, left=None, right=None):
        self.value = value
        self.left = left
        self.right = right

    def __iter__(self):
        if self.left:
            yield from self.left
        yield self.value
        if self.right:
            yield from self.right


class Ticker:
    def __init__(self, n):
        self.n = n

    def __aiter__(self):
        self.i = 0
        return self

    async def __anext__(self):
        if self.i >= self.n:
            raise StopAsyncIteration
        self.i += 1
        await asyncio.sleep(0)
        return self.i


class Old:
    def __getitem__(self, i):
        if i > 3:
            raise IndexError
        return i * i


async def main():
    print([x async for x in Ticker(3)])
    async for t in Ticker(2):
        print("tick", t)
    else:
        print("async else")
    it = aiter(Ticker(1))
    print(await anext(it), await anext(it, "end"))


print(list(Countdown(3)), sum(Countdown(4)), max(Countdown(5)))
print(list(Tree(4, Tree(2, Tree(1)), Tree(6))))
print(list(Old()), 9 in Old())
it = iter([1, 2, 3])
print(next(it), list(it), next(it, None))
data = iter("abcXdef")
print("".join(iter(lambda: next(data), "X")), list(data))
print(list(zip(range(3), "ab")), list(enumerate("xy", 5)), list(map(lambda a, b: a + b, [1, 2], [10, 20])))
print(list(filter(None, [0, 1, "", "a"])), list(reversed([1, 2])), dict(zip("ab", Countdown(2))))
a, *b = Countdown(4)
print(a, b, sorted(Countdown(3)), [*Countdown(2), *"z"], min(Tree(3, Tree(1))))
asyncio.run(main())
