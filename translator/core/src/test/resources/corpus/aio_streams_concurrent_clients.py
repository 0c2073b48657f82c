import asyncio


async def handler(reader, writer):
    while True:
        data = await reader.read(100)
        if not data:
            break
        writer.write(data.upper())
        await writer.drain()
    writer.close()
    await writer.wait_closed()


async def client(port, name):
    reader, writer = await asyncio.open_connection("localhost", port)
    replies = []
    for n in range(3):
        message = f"{name}-{n}"
        writer.write(message.encode())
        await writer.drain()
        replies.append((await reader.readexactly(len(message))).decode())
    writer.close()
    await writer.wait_closed()
    return replies


async def main():
    server = await asyncio.start_server(handler, "localhost", 0)
    port = server.sockets[0].getsockname()[1]
    results = await asyncio.gather(*(client(port, n) for n in ("ann", "bob", "cyd")))
    for r in results:
        print(r)
    server.close()
    await server.wait_closed()
    print(server.is_serving())


asyncio.run(main())
