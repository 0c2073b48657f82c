import asyncio
import functools


def logged(func):
    @functools.wraps(func)
    def wrapper(*args, **kwargs):
        print(f"-> {func.__name__}{args} {kwargs}")
        result = func(*args, **kwargs)
        print(f"<- {func.__name__} = {result!r}")
        return result

    return wrapper


def retry(times, exceptions=(Exception,)):
    def decorator(func):
        @functools.wraps(func)
        async def wrapper(*args, **kwargs):
            for attempt in range(1, times + 1):
                try:
                    return await func(*args, **kwargs)
                except exceptions as e:
                    print(f"{func.__name__} attempt {attempt} failed: {e}")
                    if attempt == times:
                        raise
                    await asyncio.sleep(0.01 * attempt)

        return wrapper

    return decorator


@logged
def add(a, b=10):
    return a + b


@logged
def greet(name, *, punctuation="!"):
    """Says hello."""
    return "hello " + name + punctuation


calls = 0


@retry(times=3, exceptions=(ValueError, ConnectionError))
async def flaky(limit):
    global calls
    calls += 1
    if calls < limit:
        raise ConnectionError(f"call {calls}")
    return calls * 100


async def main():
    print(add(1))
    print(add(1, b=2))
    print(greet("bob", punctuation="?"))
    print(greet.__name__, greet.__doc__)
    print(await flaky(3))
    try:
        await flaky(100)
    except ConnectionError as e:
        print("gave up:", e)


asyncio.run(main())
