"""A crawler with bounded concurrency over a small HTTP server of its own."""
import asyncio
import re
from collections import Counter
from dataclasses import dataclass, field
from urllib.parse import urljoin, urlparse

PAGES = {
    "/": '<a href="/a">A</a> <a href="/b">B</a> <a href="http://elsewhere.example/x">out</a>',
    "/a": '<a href="/b">B</a> <a href="/c">C</a>',
    "/b": '<a href="/">home</a> <a href="/missing">gone</a>',
    "/c": '<a href="/d/e">deep</a>',
    "/d/e": "the end",
}
LINK = re.compile(r'href="([^"]+)"')


@dataclass
class Page:
    url: str
    status: int
    body: str = ""
    links: list[str] = field(default_factory=list)


async def handle(reader, writer):
    request = await reader.readline()
    method, path, _ = request.decode().split()
    while (await reader.readline()).strip():
        pass
    body = PAGES.get(path)
    status = "200 OK" if body is not None else "404 Not Found"
    payload = (body or "not found").encode()
    head = f"HTTP/1.1 {status}\r\nContent-Length: {len(payload)}\r\nConnection: close\r\n\r\n"
    writer.write(head.encode() + payload)
    await writer.drain()
    writer.close()
    await writer.wait_closed()


async def fetch(url):
    parts = urlparse(url)
    reader, writer = await asyncio.open_connection(parts.hostname, parts.port)
    writer.write(f"GET {parts.path or '/'} HTTP/1.1\r\nHost: {parts.netloc}\r\n\r\n".encode())
    await writer.drain()
    status = int((await reader.readline()).split()[1])
    headers = {}
    while True:
        line = (await reader.readline()).decode().strip()
        if not line:
            break
        key, _, value = line.partition(":")
        headers[key.lower()] = value.strip()
    body = (await reader.readexactly(int(headers["content-length"]))).decode()
    writer.close()
    return Page(url, status, body)


class Crawler:
    def __init__(self, start, limit):
        self.start = start
        self.host = urlparse(start).netloc
        self.seen = {start}
        self.pages = {}
        self.limit = asyncio.Semaphore(limit)
        self.active = 0
        self.peak = 0

    async def visit(self, url):
        async with self.limit:
            self.active += 1
            self.peak = max(self.peak, self.active)
            try:
                page = await fetch(url)
            finally:
                self.active -= 1
        self.pages[url] = page
        new = []
        for href in LINK.findall(page.body):
            link = urljoin(url, href)
            page.links.append(link)
            if urlparse(link).netloc == self.host and link not in self.seen:
                self.seen.add(link)
                new.append(link)
        await asyncio.gather(*(self.visit(link) for link in new))

    async def run(self):
        await self.visit(self.start)
        return self.pages


async def main():
    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    base = f"http://127.0.0.1:{port}"
    async with server:
        crawler = Crawler(base + "/", 2)
        pages = await crawler.run()
    for url in sorted(pages):
        page = pages[url]
        print(url.removeprefix(base), page.status, len(page.body), len(page.links))
    print("peak", crawler.peak, "statuses", Counter(p.status for p in pages.values()))


asyncio.run(main())
