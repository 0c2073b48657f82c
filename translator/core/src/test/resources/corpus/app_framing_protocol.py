"""A protocol of frames like WebSocket's: lengths, masks, fragments, pings, close; over streams."""
import asyncio
import enum
import struct
from dataclasses import dataclass


class Opcode(enum.IntEnum):
    CONTINUATION = 0
    TEXT = 1
    BINARY = 2
    CLOSE = 8
    PING = 9
    PONG = 10


class ProtocolError(Exception):
    pass


@dataclass(frozen=True)
class Frame:
    opcode: Opcode
    payload: bytes
    fin: bool = True

    def encode(self, mask=None):
        head = bytes([(0x80 if self.fin else 0) | self.opcode])
        flag = 0x80 if mask is not None else 0
        n = len(self.payload)
        if n < 126:
            head += bytes([flag | n])
        elif n < 65536:
            head += bytes([flag | 126]) + struct.pack("!H", n)
        else:
            head += bytes([flag | 127]) + struct.pack("!Q", n)
        if mask is None:
            return head + self.payload
        return head + mask + apply_mask(self.payload, mask)


def apply_mask(data, mask):
    return bytes(b ^ mask[i % 4] for i, b in enumerate(data))


async def read_frame(reader):
    first, second = await reader.readexactly(2)
    fin, opcode = bool(first & 0x80), first & 0x0F
    if opcode not in (0, 1, 2, 8, 9, 10):
        raise ProtocolError(f"unknown opcode {opcode}")
    length = second & 0x7F
    if length == 126:
        (length,) = struct.unpack("!H", await reader.readexactly(2))
    elif length == 127:
        (length,) = struct.unpack("!Q", await reader.readexactly(8))
    mask = await reader.readexactly(4) if second & 0x80 else None
    payload = await reader.readexactly(length)
    return Frame(Opcode(opcode), apply_mask(payload, mask) if mask else payload, fin)


class Connection:
    def __init__(self, reader, writer, mask=None):
        self.reader = reader
        self.writer = writer
        self.mask = mask
        self.pongs = 0

    async def send(self, frame):
        self.writer.write(frame.encode(self.mask))
        await self.writer.drain()

    async def send_text(self, text, chunk=None):
        data = text.encode()
        if chunk is None:
            await self.send(Frame(Opcode.TEXT, data))
            return
        parts = [data[i : i + chunk] for i in range(0, len(data), chunk)]
        for n, part in enumerate(parts):
            opcode = Opcode.TEXT if n == 0 else Opcode.CONTINUATION
            await self.send(Frame(opcode, part, fin=n == len(parts) - 1))

    async def receive(self):
        buffer = b""
        kind = None
        while True:
            frame = await read_frame(self.reader)
            match frame.opcode:
                case Opcode.PING:
                    await self.send(Frame(Opcode.PONG, frame.payload))
                case Opcode.PONG:
                    self.pongs += 1
                case Opcode.CLOSE:
                    return None
                case _:
                    if frame.opcode != Opcode.CONTINUATION:
                        kind = frame.opcode
                    buffer += frame.payload
                    if frame.fin:
                        return buffer.decode() if kind == Opcode.TEXT else buffer

    async def close(self, code=1000):
        await self.send(Frame(Opcode.CLOSE, struct.pack("!H", code)))
        self.writer.close()


async def echo(reader, writer):
    connection = Connection(reader, writer)
    try:
        while (message := await connection.receive()) is not None:
            if isinstance(message, str):
                await connection.send_text(message[::-1])
            else:
                await connection.send(Frame(Opcode.BINARY, bytes(reversed(message))))
    except ProtocolError as e:
        await connection.send_text(f"error: {e}")
    finally:
        writer.close()


async def main():
    server = await asyncio.start_server(echo, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    client = Connection(reader, writer, mask=b"\x01\x02\x03\x04")
    await client.send_text("hello")
    print(await client.receive())
    await client.send_text("fragmented message", chunk=5)
    print(await client.receive())
    await client.send(Frame(Opcode.BINARY, bytes(range(5))))
    print(await client.receive())
    await client.send_text("x" * 300)
    print(len(await client.receive()))
    await client.send(Frame(Opcode.PING, b"now"))
    await client.send_text("é")
    print(await client.receive(), client.pongs)
    writer.write(bytes([0x83, 0x00]))
    print(await client.receive())
    try:
        await client.receive()
    except asyncio.IncompleteReadError as e:
        print("closed", len(e.partial), e.expected)
    print(Frame(Opcode.TEXT, b"hi").encode().hex(), Frame(Opcode.PING, b"").encode(b"abcd"))
    server.close()


asyncio.run(main())
