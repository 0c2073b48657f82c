"""A chat server with rooms and names, and a few scripted clients."""
import asyncio


class ChatServer:
    def __init__(self):
        self.clients = {}
        self.log = []

    async def broadcast(self, message, skip=None):
        self.log.append(message)
        for name, writer in list(self.clients.items()):
            if name != skip:
                writer.write((message + "\n").encode())
                await writer.drain()

    async def handle(self, reader, writer):
        writer.write(b"name? ")
        name = (await reader.readline()).decode().strip()
        if name in self.clients:
            writer.write(b"taken\n")
            writer.close()
            return
        self.clients[name] = writer
        await self.broadcast(f"* {name} joined", skip=name)
        try:
            async for raw in reader:
                line = raw.decode().rstrip("\n")
                if line == "/quit":
                    break
                if line == "/who":
                    writer.write((", ".join(sorted(self.clients)) + "\n").encode())
                    await writer.drain()
                    continue
                await self.broadcast(f"<{name}> {line}", skip=name)
        finally:
            del self.clients[name]
            writer.close()
            await self.broadcast(f"* {name} left")


class Client:
    def __init__(self, name):
        self.name = name
        self.received = []

    async def connect(self, port):
        self.reader, self.writer = await asyncio.open_connection("127.0.0.1", port)
        await self.reader.readuntil(b"? ")
        await self.say(self.name)
        self.task = asyncio.create_task(self.listen())

    async def say(self, text):
        self.writer.write(f"{text}\n".encode())
        await self.writer.drain()
        await asyncio.sleep(0.02)

    async def listen(self):
        while line := await self.reader.readline():
            self.received.append(line.decode().strip())

    async def leave(self):
        await self.say("/quit")
        await self.task
        self.writer.close()


async def main():
    chat = ChatServer()
    server = await asyncio.start_server(chat.handle, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    ann, bob, cat = Client("ann"), Client("bob"), Client("cat")
    await ann.connect(port)
    await bob.connect(port)
    await ann.say("hello bob")
    await cat.connect(port)
    await bob.say("hi all")
    await cat.say("/who")
    await bob.leave()
    await cat.say("bye")
    await cat.leave()
    await ann.leave()
    server.close()
    await server.wait_closed()
    for client in (ann, bob, cat):
        print(client.name, client.received)
    print(len(chat.log), chat.log[-1])


asyncio.run(main())
