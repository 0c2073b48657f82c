import asyncio

class Echo(asyncio.Protocol):
    def __init__(self, log):
        self.log = log
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
    def connection_made(self, transport):
        self.transport = transport
    def datagram_received(self, data, addr):
        self.transport.sendto(data.upper(), addr)

class UdpClient(asyncio.DatagramProtocol):
    def __init__(self, fut):
        self.fut = fut
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

async def main():
    loop = asyncio.get_running_loop()
    log = []
    server = await loop.create_server(lambda: Echo(log), "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    done = loop.create_future()
    transport, protocol = await loop.create_connection(lambda: Client("hello world", done), "127.0.0.1", port)
    print(type(protocol).__name__, transport.is_closing())
    print(await done)
    await asyncio.sleep(0.05)
    print(log)
    server.close()
    await server.wait_closed()
    ut, up = await loop.create_datagram_endpoint(Udp, local_addr=("127.0.0.1", 0))
    addr = ut.get_extra_info("sockname")
    fut = loop.create_future()
    ct, cp = await loop.create_datagram_endpoint(lambda: UdpClient(fut), remote_addr=addr)
    print(await fut)
    await asyncio.sleep(0.01)
    ut.close()

asyncio.run(main())
