"""Greets several people at once, each in their own time."""

import asyncio


async def greet(name: str, seconds: float) -> str:
    await asyncio.sleep(seconds)
    return f"Hello, {name}!"


async def main() -> None:
    async with asyncio.timeout(1):
        greetings = await asyncio.gather(greet("Ada", 0.2), greet("Grace", 0.1))
    for greeting in greetings:
        print(greeting)


asyncio.run(main())
