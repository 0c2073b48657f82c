import asyncio
import functools


def logged(func):
    @functools.wraps(func)
    def wrapper(*args, **kwargs):
        print(f"-> {func.__name__}{args}")
        result = func(*args, **kwargs)
        print(f"<- {result!r}")
        return result

    return wrapper


def retry(times, exceptions=(Exception,)):
    def decorate(func):
        @functools.wraps(func)
        async def wrapper(*args, **kwargs):
            for attempt in range(1, times + 1):
                try:
                    return await func(*args, **kwargs)
                except exceptions as e:
                    print(f"attempt {attempt} failed: {e}")
                    if attempt == times:
                        raise
                    await asyncio.sleep(0.001)

        return wrapper

    return decorate


@logged
def add(a, b=10):
    """Adds."""
    return a + b


tries = 0


@retry(times=3, exceptions=(ConnectionError, ValueError))
async def flaky(name):
    global tries
    tries += 1
    if tries < 3:
        raise ConnectionError(f"no route to {name}")
    return f"connected to {name} after {tries}"


@functools.singledispatch
def describe(value):
    return f"something {value}"


@describe.register(int)
def _(value):
    return f"int {value}"


@describe.register(str)
def _(value):
    return f"str {value!r}"


print(add(1, 2))
print(add(5, b=6))
print(add.__name__)
print(asyncio.run(flaky("db")))
print(describe(3), describe("x"), describe(2.5))
