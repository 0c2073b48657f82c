import asyncio

import weft


class NotFound(LookupError):
    def __init__(self, url, status=404):
        super().__init__(url)
        self.url = url
        self.status = status

    def __str__(self):
        return f"{self.status} for {self.url}"


async def fetch(url):
    await asyncio.sleep(0.01)
    if url.startswith("missing"):
        raise NotFound(url)
    if url.startswith("broken"):
        return {"url": url}["body"]
    return {"url": url, "body": url.upper()}


class FetchAll(weft.Node):
    """Fetches what an item names, in the way that it says."""

    async def process(self, item):
        urls = item["urls"]
        match item.get("how", "gather"):
            case "gather":
                pages = await asyncio.gather(*(fetch(url) for url in urls))
            case "group":
                async with asyncio.TaskGroup() as group:
                    tasks = [group.create_task(fetch(url)) for url in urls]
                pages = [task.result() for task in tasks]
            case "first":
                done, pending = await asyncio.wait(
                    [asyncio.create_task(fetch(url)) for url in urls],
                    return_when=asyncio.FIRST_EXCEPTION,
                )
                for task in pending:
                    task.cancel()
                pages = [task.result() for task in done]
            case "collect":
                results = await asyncio.gather(
                    *(fetch(url) for url in urls),
                    return_exceptions=True,
                )
                errors = [result for result in results if isinstance(result, Exception)]
                if errors:
                    raise ExceptionGroup(f"{len(errors)} failed", errors)
                pages = results
            case "timeout":
                pages = [await asyncio.wait_for(fetch(url), 0.001) for url in urls]
            case "split":
                try:
                    async with asyncio.TaskGroup() as group:
                        for url in urls:
                            group.create_task(fetch(url))
                except* NotFound as group:
                    raise weft.ItemError(f"{len(group.exceptions)} not found") from group.exceptions[0]
                return "all there"
            case other:
                raise ValueError(f"no way {other!r}")
        return [page["body"] for page in pages]
