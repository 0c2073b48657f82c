import asyncio


async def serve(reader, writer):
    peer = writer.get_extra_info("peername")
    assert peer[0] == "127.0.0.1"
    total = 0
    async for line in reader:
        text = line.decode().strip()
        if not text:
            break
        total += int(text)
        writer.write(f"sum {total}\n".encode())
        await writer.drain()
    writer.write(b"bye\n")
    writer.write_eof()
    await writer.drain()
    writer.close()


async def main():
    server = await asyncio.start_server(serve, host="127.0.0.1", port=0)
    async with server:
        port = server.sockets[0].getsockname()[1]
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        for n in (5, 7, 30):
            writer.write(b"%d\n" % n)
            await writer.drain()
            print((await reader.readline()).decode().strip())
        writer.write(b"\n")
        print(await reader.read())
        print(reader.at_eof())
        writer.close()
        await writer.wait_closed()
    try:
        await asyncio.open_connection("127.0.0.1", port)
    except ConnectionRefusedError as e:
        print(type(e).__name__, e.errno)


asyncio.run(main())
