import asyncio


class ConfigError(Exception):
    pass


async def load(name):
    await asyncio.sleep(0)
    try:
        return {"a": 1}[name]
    except KeyError as e:
        raise ConfigError(f"no such key {name}") from e


async def main():
    print(await load("a"))
    async with asyncio.TaskGroup() as tg:
        tg.create_task(load("b"))
        tg.create_task(asyncio.sleep(5))


try:
    asyncio.run(main())
except* ConfigError as eg:
    print("caught", eg.exceptions)
    e = eg.exceptions[0]
    e.add_note("see the manual")
    raise e
