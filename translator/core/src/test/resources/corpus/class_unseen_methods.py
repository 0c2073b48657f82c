import asyncio, contextlib
class A:
    def foo(self, *args, **kw): return args, kw
    def bar(self, a, *rest, k=1): return a, rest, k
    def __enter__(self): return self
    def __exit__(self, *exc): print("exit", len(exc))
    async def __aenter__(self): return self
    async def __aexit__(self, *exc): print("aexit", len(exc))
class B:
    def baz(self): return 1
def pick(x): return [A(), B(), 3][x]
async def main():
    print(pick(0).foo(1, 2, z=3))
    print(pick(0).bar(1, 2, 3), pick(0).bar(1, k=5))
    with contextlib.ExitStack() as st:
        st.enter_context(A())
        st.push(A())
    async with contextlib.AsyncExitStack() as st:
        await st.enter_async_context(A())
    x = pick(0)
    with x: pass
    async with x: pass
asyncio.run(main())
