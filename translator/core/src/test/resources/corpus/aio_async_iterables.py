import asyncio
class Gen:
    async def __aiter__(self):
        for i in range(3):
            yield i
            await asyncio.sleep(0)
class Made:
    def __aiter__(self):
        print("made")
        return Step(2)
class Step:
    def __init__(self, n): self.n = n
    def __aiter__(self): return self
    async def __anext__(self):
        if not self.n: raise StopAsyncIteration
        self.n -= 1
        return self.n
async def main():
    async for x in Gen(): print(x)
    async for x in Made(): print(x)
    print([x async for x in Made()], [x async for x in Step(3)], {x: 1 async for x in Gen()})
    s = Step(2)
    async for x in s: print("s", x)
asyncio.run(main())
