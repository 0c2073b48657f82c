"""Runner keeps one loop over several runs."""
import asyncio
import contextvars

count = contextvars.ContextVar("count", default=0)


async def bump():
    count.set(count.get() + 1)
    return count.get()


async def whose():
    return asyncio.get_running_loop()


def main():
    with asyncio.Runner() as runner:
        print(runner.run(bump()))
        print(runner.run(bump()))
        loops = [runner.run(whose()) for _ in range(2)]
        print(loops[0] is loops[1], loops[0] is runner.get_loop())
    try:
        asyncio.get_running_loop()
    except RuntimeError as e:
        print("RuntimeError:", e)


main()
