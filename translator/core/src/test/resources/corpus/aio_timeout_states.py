"""What a timeout says of itself."""
import asyncio


async def main():
    created = asyncio.timeout(1)
    print(repr(created))
    async with created as cm:
        print(repr(cm).startswith("<Timeout [active] when="))
    print(repr(created))
    async with asyncio.timeout(None) as never:
        print(repr(never))
    try:
        async with asyncio.timeout(0.001) as short:
            await asyncio.sleep(1)
    except TimeoutError:
        print(repr(short), short.expired())


asyncio.run(main())
