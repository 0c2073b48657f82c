"""A mini HTTP/1.1 server and client over streams."""
import asyncio
import json
import logging
import sys
from dataclasses import dataclass, field
from http import HTTPStatus
from urllib.parse import urlsplit, parse_qs, unquote, quote, urlencode

logging.basicConfig(level=logging.INFO, stream=sys.stdout, format="%(levelname)-7s %(name)s: %(message)s")
log = logging.getLogger("httpd")


@dataclass
class Request:
    method: str
    path: str
    query: dict[str, list[str]]
    headers: dict[str, str]
    body: bytes = b""

    def json(self):
        return json.loads(self.body)


@dataclass
class Response:
    body: bytes | str = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)

    def encode(self) -> bytes:
        body = self.body.encode() if isinstance(self.body, str) else self.body
        phrase = HTTPStatus(self.status).phrase
        lines = [f"HTTP/1.1 {self.status} {phrase}"]
        self.headers.setdefault("Content-Length", str(len(body)))
        lines += [f"{k}: {v}" for k, v in self.headers.items()]
        return "\r\n".join(lines).encode("ascii") + b"\r\n\r\n" + body


class HTTPError(Exception):
    def __init__(self, status: int, message: str = ""):
        super().__init__(status, message)
        self.status, self.message = status, message


class App:
    def __init__(self):
        self.routes = []

    def route(self, pattern, methods=("GET",)):
        def wrap(handler):
            self.routes.append((pattern.strip("/").split("/"), frozenset(methods), handler))
            return handler
        return wrap

    def match(self, request):
        parts = unquote(request.path).strip("/").split("/")
        allowed = set()
        for pattern, methods, handler in self.routes:
            if len(pattern) != len(parts):
                continue
            params = {}
            for p, actual in zip(pattern, parts, strict=True):
                if p.startswith("{"):
                    params[p[1:-1]] = actual
                elif p != actual:
                    break
            else:
                if request.method in methods:
                    return handler, params
                allowed |= methods
        if allowed:
            raise HTTPError(405, "allow " + ",".join(sorted(allowed)))
        raise HTTPError(404, request.path)

    async def __call__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter):
        try:
            while (request := await self.read_request(reader)) is not None:
                try:
                    handler, params = self.match(request)
                    response = await handler(request, **params)
                except HTTPError as e:
                    response = Response(json.dumps({"error": e.message, "status": e.status}), e.status)
                except Exception as e:
                    log.error("handler failed: %s", e)
                    response = Response(f"{type(e).__name__}: {e}", 500)
                log.info("%s %s -> %d", request.method, request.path, response.status)
                writer.write(response.encode())
                await writer.drain()
                if request.headers.get("connection") == "close":
                    break
        finally:
            writer.close()
            await writer.wait_closed()

    async def read_request(self, reader):
        try:
            head = await reader.readuntil(b"\r\n\r\n")
        except asyncio.IncompleteReadError as e:
            if e.partial:
                log.warning("partial request of %d bytes", len(e.partial))
            return None
        first, *lines = head.decode("latin-1").rstrip().split("\r\n")
        method, target, _version = first.split(" ", 2)
        headers = {}
        for line in lines:
            name, _, value = line.partition(":")
            headers[name.strip().lower()] = value.strip()
        length = int(headers.get("content-length", 0))
        body = await reader.readexactly(length) if length else b""
        url = urlsplit(target)
        return Request(method, url.path, parse_qs(url.query), headers, body)


app = App()
notes: dict[int, str] = {}


@app.route("/hello/{name}")
async def hello(request, name):
    greeting = request.query.get("greeting", ["Hello"])[0]
    return Response(f"{greeting}, {name.title()}!", headers={"Content-Type": "text/plain"})


@app.route("/notes", methods=["POST"])
async def create(request):
    data = request.json()
    if "text" not in data:
        raise HTTPError(422, "text is missing")
    key = len(notes) + 1
    notes[key] = data["text"]
    return Response(json.dumps({"id": key, **data}), 201)


@app.route("/notes/{key}", methods=("GET", "DELETE"))
async def note(request, key):
    k = int(key)
    if request.method == "DELETE":
        notes.pop(k)
        return Response(status=204)
    return Response(notes[k])


async def fetch(port, method, path, body=None):
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    payload = json.dumps(body).encode() if body is not None else b""
    writer.write(
        f"{method} {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: {len(payload)}\r\n\r\n".encode()
        + payload
    )
    await writer.drain()
    raw = await reader.read()
    writer.close()
    head, _, content = raw.partition(b"\r\n\r\n")
    status_line = head.split(b"\r\n")[0].decode()
    return status_line, content.decode()


async def main():
    server = await asyncio.start_server(app, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    async with server:
        print(await fetch(port, "GET", "/hello/" + quote("ada lovelace") + "?" + urlencode({"greeting": "Good day"})))
        print(await fetch(port, "POST", "/notes", {"text": "buy milk", "tags": [1, 2.5, None, True]}))
        print(await fetch(port, "POST", "/notes", {"nope": 1}))
        print(await fetch(port, "GET", "/notes/1"))
        print(await fetch(port, "GET", "/notes/one"))
        print(await fetch(port, "PUT", "/notes/1"))
        print(await fetch(port, "DELETE", "/notes/1"))
        print(await fetch(port, "GET", "/notes/1"))
        print(await fetch(port, "GET", "/missing"))
    print(notes)


asyncio.run(main())
