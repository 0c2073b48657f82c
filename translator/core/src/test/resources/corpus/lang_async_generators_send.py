import asyncio


async def running_average():
    total = 0.0
    count = 0
    average = None
    while True:
        value = yield average
        if value is None:
            continue
        total += value
        count += 1
        average = total / count


async def numbers(n):
    try:
        for i in range(n):
            await asyncio.sleep(0)
            yield i
    except GeneratorExit:
        print("closed early")
        raise
    finally:
        print("cleanup")


async def resilient():
    n = 0
    while True:
        try:
            n += 1
            yield n
        except ValueError as e:
            print("caught", e)
            n = 100


async def main():
    avg = running_average()
    await avg.asend(None)
    for v in (10, 20, 60):
        print(await avg.asend(v))
    await avg.aclose()
    try:
        await avg.asend(1)
    except StopAsyncIteration:
        print("finished")

    gen = numbers(10)
    async for n in gen:
        if n == 2:
            break
        print("n", n)
    await gen.aclose()

    r = resilient()
    print(await anext(r), await anext(r))
    print(await r.athrow(ValueError("reset")))
    print(await anext(r))
    await r.aclose()
    print([x async for x in numbers(4) if x % 2])
    print({x: x * x async for x in numbers(3)})
    print(await anext(numbers(0), "empty"))


asyncio.run(main())
