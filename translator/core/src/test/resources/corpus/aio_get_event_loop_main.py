import asyncio
import time


async def say_after(delay, what):
    await asyncio.sleep(delay)
    print(what)


async def main():
    t1 = asyncio.create_task(say_after(0.02, "hello"))
    t2 = asyncio.create_task(say_after(0.04, "world"))
    print(f"started at {time.strftime('%X') != ''}")
    await t1
    await t2


loop = asyncio.new_event_loop()
try:
    loop.run_until_complete(main())
    results = loop.run_until_complete(asyncio.wait_for(asyncio.sleep(0.001, "value"), 1))
    print(results)
finally:
    loop.close()
