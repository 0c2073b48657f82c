import asyncio
from contextlib import ExitStack, asynccontextmanager, closing, contextmanager, nullcontext, suppress


class Resource:
    def __init__(self, name, swallow=False):
        self.name = name
        self.swallow = swallow

    def __enter__(self):
        print("enter", self.name)
        return self

    def __exit__(self, exc_type, exc, tb):
        print("exit", self.name, exc_type.__name__ if exc_type else None, exc)
        return self.swallow

    async def __aenter__(self):
        print("aenter", self.name)
        await asyncio.sleep(0)
        return self.name.upper()

    async def __aexit__(self, *exc):
        print("aexit", self.name, exc[0] is not None)
        return False

    def close(self):
        print("close", self.name)


@contextmanager
def tag(name):
    print(f"<{name}>")
    try:
        yield name
    except ValueError as e:
        print(f"[{e}]")
    finally:
        print(f"</{name}>")


@asynccontextmanager
async def session(n):
    print("open", n)
    await asyncio.sleep(0)
    try:
        yield {"n": n}
    finally:
        print("shut", n)


async def main():
    with Resource("a") as a, Resource("b") as b:
        print(a.name, b.name)
    with Resource("s", swallow=True):
        raise KeyError("swallowed")
    try:
        with Resource("c"), Resource("d", swallow=False):
            raise ValueError("through")
    except ValueError as e:
        print("caught", e)
    with tag("p") as t, tag("b"):
        print("inside", t)
        raise ValueError("handled")
    print("after")
    async with Resource("x") as x, session(5) as s:
        print(x, s["n"])
    with suppress(ZeroDivisionError, KeyError):
        print(1 / 0)
    with closing(Resource("z")) as z:
        print(z.name)
    with nullcontext(7) as seven:
        print(seven)
    with ExitStack() as stack:
        for n in "mn":
            stack.enter_context(Resource(n))
        stack.callback(print, "callback")
        print("stacked")
    try:
        async with session(6):
            raise RuntimeError("in session")
    except RuntimeError as e:
        print(e)


asyncio.run(main())
