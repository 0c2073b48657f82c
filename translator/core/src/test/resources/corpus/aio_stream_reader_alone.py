import asyncio


async def main():
    reader = asyncio.StreamReader()
    reader.feed_data(b"first\nsecond\npart")
    print(await reader.readline(), await reader.readuntil(b"d"), await reader.read(1))
    reader.feed_data(b"ial|rest")
    print(await reader.readuntil(b"|"))
    asyncio.get_running_loop().call_later(0.001, reader.feed_data, b" more")
    asyncio.get_running_loop().call_later(0.002, reader.feed_eof)
    print(await reader.read(), reader.at_eof(), await reader.read())
    empty = asyncio.StreamReader()
    empty.feed_data(b"ab")
    empty.feed_eof()
    try:
        await empty.readexactly(5)
    except asyncio.IncompleteReadError as e:
        print(e.partial, e.expected, e)


asyncio.run(main())
