import asyncio
import contextlib
import io
from contextlib import ExitStack, asynccontextmanager, closing, contextmanager, nullcontext, redirect_stdout, suppress


@contextmanager
def tag(name):
    print(f"<{name}>")
    try:
        yield name.upper()
    except ValueError as e:
        print("swallowed", e)
    finally:
        print(f"</{name}>")


class Connection:
    def __init__(self, name):
        self.name = name

    def close(self):
        print("closing", self.name)


@asynccontextmanager
async def session(name):
    print("open", name)
    await asyncio.sleep(0)
    try:
        yield {"name": name}
    finally:
        await asyncio.sleep(0)
        print("closed", name)


with tag("a") as upper, tag("b"):
    print(upper)
with tag("c"):
    raise ValueError("inside")
with suppress(KeyError, IndexError):
    {}["x"]
print("after suppress")
with closing(Connection("db")) as c:
    print("using", c.name)
with nullcontext(5) as five:
    print(five)

with ExitStack() as stack:
    names = [stack.enter_context(tag(n)) for n in "xy"]
    stack.callback(print, "callback", "runs first")
    print(names)

buffer = io.StringIO()
with redirect_stdout(buffer):
    print("captured")
    print("lines", 2)
print(repr(buffer.getvalue()))


async def main():
    async with session("one") as s:
        print(s)
    async with contextlib.AsyncExitStack() as stack:
        for name in ("p", "q"):
            await stack.enter_async_context(session(name))
        stack.push_async_callback(asyncio.sleep, 0)
        stack.callback(print, "sync callback")
        print("both open")
    try:
        async with session("failing"):
            raise RuntimeError("boom")
    except RuntimeError as e:
        print("caught", e)


asyncio.run(main())
