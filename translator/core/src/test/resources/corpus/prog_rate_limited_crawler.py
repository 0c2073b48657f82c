import asyncio
import random
from collections import Counter
from urllib.parse import urljoin, urlparse

PAGES = {
    "http://site/": ["/a", "/b", "http://other/"],
    "http://site/a": ["/", "/c", "/d"],
    "http://site/b": ["/d", "/missing"],
    "http://site/c": ["/a"],
    "http://site/d": [],
}


class RateLimiter:
    def __init__(self, rate, per):
        self.rate, self.per = rate, per
        self.allowance = rate
        self.last = asyncio.get_running_loop().time()

    async def acquire(self):
        loop = asyncio.get_running_loop()
        while True:
            now = loop.time()
            self.allowance = min(self.rate, self.allowance + (now - self.last) * self.rate / self.per)
            self.last = now
            if self.allowance >= 1:
                self.allowance -= 1
                return
            await asyncio.sleep((1 - self.allowance) * self.per / self.rate)


class HttpError(Exception):
    def __init__(self, status, url):
        super().__init__(f"{status} for {url}")
        self.status = status


class Crawler:
    def __init__(self, limit=2):
        self.semaphore = asyncio.Semaphore(limit)
        self.limiter = RateLimiter(50, 1.0)
        self.seen = set()
        self.stats = Counter()

    async def fetch(self, url):
        async with self.semaphore:
            await self.limiter.acquire()
            await asyncio.sleep(0.01)
            if url not in PAGES:
                raise HttpError(404, url)
            return PAGES[url]

    async def crawl(self, url, depth=3):
        if depth == 0 or url in self.seen or urlparse(url).netloc != "site":
            return
        self.seen.add(url)
        try:
            links = await self.fetch(url)
        except HttpError as e:
            self.stats[e.status] += 1
            print("failed:", e)
            return
        self.stats["ok"] += 1
        await asyncio.gather(*(self.crawl(urljoin(url, link), depth - 1) for link in links))


async def main():
    crawler = Crawler()
    await crawler.crawl("http://site/")
    print(sorted(crawler.seen))
    print(crawler.stats["ok"], crawler.stats[404])


asyncio.run(main())
