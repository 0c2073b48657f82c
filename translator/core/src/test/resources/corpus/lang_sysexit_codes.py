import asyncio
import sys


async def worker():
    try:
        await asyncio.sleep(10)
    finally:
        print("worker cleanup")


async def main():
    t = asyncio.create_task(worker())
    await asyncio.sleep(0)
    try:
        sys.exit("inner")
    except SystemExit as e:
        print("caught", e.code, repr(e))
    try:
        raise SystemExit
    except SystemExit as e:
        print("code", e.code)
    print(isinstance(SystemExit(3), Exception), issubclass(KeyboardInterrupt, BaseException))
    sys.exit(7)


try:
    asyncio.run(main())
finally:
    print("finally runs")
