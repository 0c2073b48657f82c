import asyncio
from contextlib import (
    AsyncExitStack, ExitStack, asynccontextmanager, chdir, closing, contextmanager, nullcontext,
    redirect_stdout, suppress,
)
import io


@contextmanager
def tag(name):
    print(f"<{name}>")
    try:
        yield name.upper()
    except ValueError as e:
        print(f"{name} swallowed {e}")
    finally:
        print(f"</{name}>")


class Resource:
    def __init__(self, name):
        self.name = name

    def close(self):
        print("closed", self.name)


with ExitStack() as stack:
    names = [stack.enter_context(tag(n)) for n in ("a", "b")]
    stack.callback(print, "callback", sep=": ", end=" done\n")
    res = stack.enter_context(closing(Resource("r1")))
    stack.push(lambda t, v, tb: print("pushed saw", t.__name__ if t else None) or False)
    print(names, res.name)

with ExitStack() as stack:
    stack.enter_context(tag("outer"))
    raise ValueError("boom")

stack = ExitStack()
stack.callback(lambda: print("kept"))
kept = stack.pop_all()
stack.close()
print("nothing yet")
kept.close()

with suppress(KeyError, ZeroDivisionError):
    {}["x"]
    print("never")
with redirect_stdout(io.StringIO()) as captured:
    print("hidden")
print("captured", repr(captured.getvalue()))
with nullcontext(5) as five:
    print(five)


@tag("deco")
def work(n):
    print("working", n)
    return n * 2


print(work(4))


@asynccontextmanager
async def connection(host, log):
    log.append(f"open {host}")
    await asyncio.sleep(0)
    try:
        yield {"host": host}
    finally:
        await asyncio.sleep(0)
        log.append(f"close {host}")


async def main():
    log = []
    async with AsyncExitStack() as stack:
        conns = [await stack.enter_async_context(connection(h, log)) for h in ("x", "y")]
        stack.push_async_callback(asyncio.sleep, 0)
        stack.enter_context(suppress(LookupError))
        print([c["host"] for c in conns])
        raise KeyError("inside")
    print(log)
    try:
        async with connection("z", log):
            raise RuntimeError("bad")
    except RuntimeError as e:
        print("got", e, log[-1])


asyncio.run(main())
