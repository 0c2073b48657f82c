"""Bounded crawler over an in-memory site."""
import asyncio
import random
from collections import deque
from dataclasses import dataclass, field
from urllib.parse import urljoin, urlparse


@dataclass
class Page:
    url: str
    links: list[str] = field(default_factory=list)
    status: int = 200


class Site:
    def __init__(self, size, seed=1):
        rng = random.Random(seed)
        self.pages = {}
        for i in range(size):
            links = [f"../p{rng.randrange(size)}/" if rng.random() < 0.5 else f"/p{rng.randrange(size)}/" for _ in range(3)]
            self.pages[f"http://x.test/p{i}/"] = Page(f"http://x.test/p{i}/", links, 200 if i % 7 else 500)

    async def get(self, url):
        await asyncio.sleep(0.001 * (len(url) % 3))
        if url not in self.pages:
            raise LookupError(url)
        return self.pages[url]


class Crawler:
    def __init__(self, site, limit=3, max_depth=4):
        self.site = site
        self.gate = asyncio.Semaphore(limit)
        self.seen = set()
        self.results = {}
        self.active = self.peak = 0
        self.max_depth = max_depth

    async def fetch(self, url):
        async with self.gate:
            self.active += 1
            self.peak = max(self.peak, self.active)
            try:
                page = await self.site.get(url)
                if page.status >= 400:
                    raise OSError(page.status, f"bad status for {urlparse(url).path}")
                return page
            finally:
                self.active -= 1

    async def crawl(self, start):
        queue = deque([(start, 0)])
        pending = set()
        while queue or pending:
            while queue:
                url, depth = queue.popleft()
                if url in self.seen or depth > self.max_depth:
                    continue
                self.seen.add(url)
                task = asyncio.create_task(self.fetch(url), name=f"{depth}:{url}")
                pending.add(task)
            if not pending:
                break
            done, pending = await asyncio.wait(pending, return_when=asyncio.FIRST_COMPLETED)
            for task in sorted(done, key=lambda t: t.get_name()):
                depth, _, url = task.get_name().partition(":")
                if (error := task.exception()) is not None:
                    self.results[url] = f"error {error}"
                    continue
                page = task.result()
                self.results[url] = len(page.links)
                queue.extend((urljoin(url, link), int(depth) + 1) for link in page.links)


async def main():
    crawler = Crawler(Site(20))
    await crawler.crawl("http://x.test/p1/")
    print(len(crawler.seen), crawler.peak)
    for url, result in sorted(crawler.results.items(), key=lambda kv: (len(kv[0]), kv[0])):
        print(f"{url:<22} {result}")


asyncio.run(main())
