"""A crawler with bounded concurrency over a made-up site."""
import asyncio
from dataclasses import dataclass, field

SITE = {
    "/": ["/a", "/b"],
    "/a": ["/a/1", "/a/2", "/"],
    "/b": ["/b/1", "/missing"],
    "/a/1": [],
    "/a/2": ["/b"],
    "/b/1": ["/a/1"],
}


@dataclass
class Page:
    url: str
    depth: int
    links: list[str] = field(default_factory=list)


class NotFound(Exception):
    def __init__(self, url):
        super().__init__(f"404: {url}")
        self.url = url


class Crawler:
    def __init__(self, site, limit):
        self.site = site
        self.semaphore = asyncio.Semaphore(limit)
        self.pages = {}
        self.errors = []
        self.seen = set()

    async def fetch(self, url):
        async with self.semaphore:
            await asyncio.sleep(0.001)
            if url not in self.site:
                raise NotFound(url)
            return self.site[url]

    async def crawl(self, url, depth=0):
        if url in self.seen:
            return
        self.seen.add(url)
        try:
            links = await self.fetch(url)
        except NotFound as e:
            self.errors.append(e.url)
            return
        self.pages[url] = Page(url, depth, list(links))
        await asyncio.gather(*(self.crawl(link, depth + 1) for link in links))

    def report(self):
        for url in sorted(self.pages):
            page = self.pages[url]
            print(f"{page.depth} {url:<6} {len(page.links)} links")
        print(f"{len(self.pages)} pages, errors: {self.errors}")


async def main():
    crawler = Crawler(SITE, limit=2)
    await crawler.crawl("/")
    crawler.report()


if __name__ == "__main__":
    asyncio.run(main())
