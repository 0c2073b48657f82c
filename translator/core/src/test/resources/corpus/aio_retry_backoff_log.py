import asyncio
import logging
import sys

logging.basicConfig(stream=sys.stdout, level=logging.INFO, format="%(levelname)s %(message)s")
log = logging.getLogger(__name__)


class Flaky:
    def __init__(self, failures):
        self.failures = failures
        self.calls = 0

    async def __call__(self):
        self.calls += 1
        await asyncio.sleep(0)
        if self.calls <= self.failures:
            raise OSError(f"attempt {self.calls}")
        return "ok"


async def retry(operation, attempts=3, base=0.001):
    for attempt in range(1, attempts + 1):
        try:
            result = await operation()
        except OSError as e:
            log.warning("failed: %s", e)
            if attempt == attempts:
                log.error("giving up after %d attempts", attempts)
                raise
            await asyncio.sleep(base * 2 ** attempt)
        else:
            log.info("%s after %d", result, attempt)
            return result


async def main():
    print(await retry(Flaky(2)))
    try:
        await retry(Flaky(5), attempts=2)
    except OSError as e:
        print("error:", e)
    print(await retry(Flaky(0)))


asyncio.run(main())
