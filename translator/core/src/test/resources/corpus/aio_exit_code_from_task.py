import asyncio
import sys


async def check(n):
    await asyncio.sleep(0.001)
    if n == 3:
        print("fatal")
        sys.exit(4)
    return n


async def main():
    try:
        for n in range(5):
            print(await check(n))
    finally:
        print("cleanup")


asyncio.run(main())
