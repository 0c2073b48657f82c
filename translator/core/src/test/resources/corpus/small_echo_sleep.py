import asyncio


async def say(what, when):
    await asyncio.sleep(when)
    print(what)


async def main():
    await asyncio.gather(say("world", 0.02), say("hello", 0.01), say("!", 0.03))


asyncio.run(main())
