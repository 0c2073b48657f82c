import asyncio
import functools


def debounce(delay):
    def decorate(func):
        task = None

        @functools.wraps(func)
        def wrapper(*args):
            nonlocal task
            if task is not None:
                task.cancel()

            async def later():
                await asyncio.sleep(delay)
                func(*args)

            task = asyncio.get_running_loop().create_task(later())

        return wrapper

    return decorate


calls = []


@debounce(0.03)
def save(text):
    calls.append(text)


async def main():
    for text in ("h", "he", "hel"):
        save(text)
        await asyncio.sleep(0.005)
    await asyncio.sleep(0.06)
    save("again")
    await asyncio.sleep(0.06)
    print(calls, save.__name__)


asyncio.run(main())
