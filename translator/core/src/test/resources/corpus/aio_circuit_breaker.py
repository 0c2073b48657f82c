import asyncio, time, contextlib, collections, functools, logging, sys

logging.basicConfig(stream=sys.stdout, level=logging.INFO, format="%(levelname)s:%(name)s:%(message)s")
log = logging.getLogger("svc")


class CircuitOpen(Exception):
    pass


class Breaker:
    def __init__(self, threshold=3, reset=0.05):
        self.threshold, self.reset = threshold, reset
        self.failures = 0
        self.opened_at = None

    def __call__(self, fn):
        @functools.wraps(fn)
        async def wrapper(*args, **kwargs):
            if self.opened_at is not None:
                if asyncio.get_running_loop().time() - self.opened_at < self.reset:
                    raise CircuitOpen(fn.__name__)
                self.opened_at = None
                self.failures = 0
            try:
                result = await fn(*args, **kwargs)
            except Exception:
                self.failures += 1
                if self.failures >= self.threshold:
                    self.opened_at = asyncio.get_running_loop().time()
                    log.warning("breaker open for %s after %d failures", fn.__name__, self.failures)
                raise
            self.failures = 0
            return result
        return wrapper


breaker = Breaker()
calls = collections.Counter()


@breaker
async def remote(n: int, *, scale=1):
    calls["remote"] += 1
    await asyncio.sleep(0)
    if n % 2:
        raise OSError(f"no route for {n}")
    return n * scale


@contextlib.asynccontextmanager
async def span(name):
    log.info("start %s", name)
    try:
        yield name.upper()
    except OSError as e:
        log.error("span %s: %s", name, e)
    finally:
        log.info("end %s", name)


class Stats:
    def __init__(self):
        self.samples = collections.deque(maxlen=5)

    def __enter__(self):
        self.t0 = time.monotonic()
        return self

    def __exit__(self, et, ev, tb):
        self.samples.append(ev is None)
        return et is not None and issubclass(et, CircuitOpen)


async def main():
    stats = Stats()
    for n in [2, 1, 3, 5, 4, 7]:
        with stats:
            async with span(f"call-{n}") as s:
                print(s, await remote(n, scale=10))
    print(list(stats.samples), calls)
    await asyncio.sleep(0.06)
    print(await remote(8), remote.__name__)
    results = await asyncio.gather(*[remote(i) for i in range(4)], return_exceptions=True)
    for r in results:
        print(repr(r) if isinstance(r, BaseException) else r)


if __name__ == "__main__":
    asyncio.run(main())
