import asyncio

from greeting import greet


async def main() -> None:
    await asyncio.sleep(0)
    print(greet("Ada", 2))


if __name__ == "__main__":
    asyncio.run(main())
