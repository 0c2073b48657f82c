import asyncio
class Cart:
    def __init__(self): self.n = 1
def f():
    with Cart() as c:
        print(c)
async def g():
    async with Cart() as c:
        print(c)
for h in (f, lambda: asyncio.run(g())):
    try: h()
    except TypeError as e: print(e)
try:
    with Cart(): pass
except TypeError as e: print(e)
