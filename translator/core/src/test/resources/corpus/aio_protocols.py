import asyncio

class Echo(asyncio.Protocol):
    def __init__(self, log, ended):
        self.log = log
        self.ended = ended
    def connection_made(self, transport):
        self.transport = transport
        self.log.append("server made")
    def data_received(self, data):
        self.log.append(f"server got {data!r}")
        self.transport.write(b"echo:" + data)
    def eof_received(self):
        self.log.append("server eof")
    def connection_lost(self, exc):
        self.log.append(f"server lost {exc}")
        self.ended.set()

class Client(asyncio.Protocol):
    def __init__(self, message, done):
        self.message = message
        self.done = done
        self.buffer = b""
    def connection_made(self, transport):
        self.transport = transport
        transport.write(self.message.encode())
    def data_received(self, data):
        self.buffer += data
        if self.buffer.endswith(b"world"):
            self.transport.close()
    def connection_lost(self, exc):
        self.done.set_result(self.buffer)

class Udp(asyncio.DatagramProtocol):
    def __init__(self, ended):
        self.ended = ended
    def connection_made(self, transport):
        self.transport = transport
    def datagram_received(self, data, addr):
        self.transport.sendto(data.upper(), addr)
    def connection_lost(self, exc):
        print("udp server lost", exc)
        self.ended.set()

class UdpClient(asyncio.DatagramProtocol):
    def __init__(self, fut, ended):
        self.fut = fut
        self.ended = ended
    def connection_made(self, transport):
        self.transport = transport
        transport.sendto(b"ping")
    def datagram_received(self, data, addr):
        self.fut.set_result((data, addr[0]))
        self.transport.close()
    def error_received(self, exc):
        print("error", exc)
    def connection_lost(self, exc):
        print("udp lost", exc)
        self.ended.set()

async def main():
    loop = asyncio.get_running_loop()
    log = []
    ended = asyncio.Event()
    server = await loop.create_server(lambda: Echo(log, ended), "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    done = loop.create_future()
    transport, protocol = await loop.create_connection(lambda: Client("hello world", done), "127.0.0.1", port)
    print(type(protocol).__name__, transport.is_closing())
    print(await done)
    await ended.wait()
    print(log)
    server.close()
    await server.wait_closed()
    served = asyncio.Event()
    ut, up = await loop.create_datagram_endpoint(lambda: Udp(served), local_addr=("127.0.0.1", 0))
    addr = ut.get_extra_info("sockname")
    fut = loop.create_future()
    asked = asyncio.Event()
    ct, cp = await loop.create_datagram_endpoint(lambda: UdpClient(fut, asked), remote_addr=addr)
    await asked.wait()
    print(await fut)
    ut.close()
    await served.wait()

asyncio.run(main())
