import asyncio


async def explore(tg, node, tree, seen, depth=0):
    seen.append((node, depth))
    await asyncio.sleep(0)
    for child in tree.get(node, []):
        tg.create_task(explore(tg, child, tree, seen, depth + 1))


async def main():
    tree = {"root": ["a", "b"], "a": ["c", "d"], "b": ["e"], "e": ["f"]}
    seen = []
    async with asyncio.TaskGroup() as tg:
        tg.create_task(explore(tg, "root", tree, seen))
    for node, depth in seen:
        print("  " * depth + node)

    async def boom(n):
        await asyncio.sleep(0.001 * n)
        raise ValueError(n) if n % 2 else KeyError(n)

    try:
        async with asyncio.TaskGroup() as tg:
            for n in (1, 1, 2):
                tg.create_task(boom(n))
    except ExceptionGroup as eg:
        values, rest = eg.split(ValueError)
        print(len(values.exceptions), rest)
        print(eg.subgroup(lambda e: isinstance(e, KeyError)))


asyncio.run(main())
