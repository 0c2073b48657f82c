import asyncio


async def runner(name, steps, pace, finish_line):
    for left in range(steps, 0, -1):
        await asyncio.sleep(pace)
        print(f"{name}: {left - 1} to go")
    await finish_line.put(name)


async def main():
    finish_line = asyncio.Queue()
    async with asyncio.TaskGroup() as group:
        for name, steps, pace in [("hare", 2, 0.05), ("tortoise", 3, 0.02), ("snail", 1, 0.2)]:
            group.create_task(runner(name, steps, pace, finish_line))
    podium = []
    while not finish_line.empty():
        podium.append(finish_line.get_nowait())
    for place, name in enumerate(podium, 1):
        print(f"{place}. {name}")


if __name__ == "__main__":
    asyncio.run(main())
