"""A key-value server with a line protocol, and clients that use it at once."""
import asyncio


class Store:
    def __init__(self):
        self.data = {}
        self.lock = asyncio.Lock()
        self.commands = {name[4:]: getattr(self, name) for name in ("cmd_get", "cmd_set", "cmd_incr", "cmd_keys")}

    async def cmd_get(self, key):
        return self.data.get(key, "(nil)")

    async def cmd_set(self, key, *value):
        async with self.lock:
            self.data[key] = " ".join(value)
        return "OK"

    async def cmd_incr(self, key, by="1"):
        async with self.lock:
            n = int(self.data.get(key, 0)) + int(by)
            await asyncio.sleep(0)
            self.data[key] = str(n)
        return n

    async def cmd_keys(self):
        return ",".join(sorted(self.data)) or "(empty)"

    async def handle(self, reader, writer):
        peer = writer.get_extra_info("peername")
        assert peer[0] == "127.0.0.1"
        try:
            while line := await reader.readline():
                name, *args = line.decode().split() or [""]
                try:
                    command = self.commands[name.lower()]
                    reply = await command(*args)
                except KeyError:
                    reply = f"ERR unknown command {name!r}"
                except (TypeError, ValueError) as e:
                    reply = f"ERR {type(e).__name__}"
                writer.write(f"{reply}\n".encode())
                await writer.drain()
        finally:
            writer.close()
            await writer.wait_closed()


async def client(port, *commands):
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    replies = []
    for command in commands:
        writer.write(command.encode() + b"\n")
        await writer.drain()
        replies.append((await reader.readline()).decode().rstrip())
    writer.close()
    await writer.wait_closed()
    return replies


async def main():
    store = Store()
    server = await asyncio.start_server(store.handle, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    async with server:
        print(await client(port, "KEYS", "SET name Ada Lovelace", "GET name", "GET nope", "FLY", "INCR name", "GET"))
        counts = await asyncio.gather(*(client(port, *["INCR hits"] * 5) for _ in range(4)))
        print(sorted(int(c) for replies in counts for c in replies))
        print(await client(port, "INCR hits 100", "KEYS"))
    print("closed", server.is_serving())


asyncio.run(main())
