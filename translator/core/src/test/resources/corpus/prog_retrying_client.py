import asyncio
import random


class ServiceUnavailable(Exception):
    pass


class Service:
    def __init__(self, rng, failure_rate):
        self.rng = rng
        self.failure_rate = failure_rate
        self.calls = 0

    async def call(self, payload):
        self.calls += 1
        await asyncio.sleep(0.001)
        if self.rng.random() < self.failure_rate:
            raise ServiceUnavailable(f"call {self.calls}")
        return {"echo": payload, "call": self.calls}


class CircuitOpen(Exception):
    pass


class Client:
    def __init__(self, service, retries=4, threshold=3):
        self.service = service
        self.retries = retries
        self.threshold = threshold
        self.failures = 0
        self.open_until = 0.0

    async def request(self, payload):
        loop = asyncio.get_running_loop()
        if loop.time() < self.open_until:
            raise CircuitOpen(f"open for {payload}")
        delay = 0.002
        for attempt in range(1, self.retries + 1):
            try:
                result = await self.service.call(payload)
            except ServiceUnavailable as e:
                self.failures += 1
                if self.failures >= self.threshold:
                    self.open_until = loop.time() + 0.05
                    self.failures = 0
                    raise CircuitOpen(f"tripped by {e}") from e
                await asyncio.sleep(delay)
                delay *= 2
            else:
                self.failures = 0
                return result, attempt
        raise ServiceUnavailable("all attempts failed")


async def main():
    client = Client(Service(random.Random(4), 0.55))
    for n in range(8):
        try:
            result, attempts = await client.request(n)
            print(n, result["call"], attempts)
        except CircuitOpen as e:
            print(n, "circuit:", e, "| cause:", e.__cause__)
            await asyncio.sleep(0.03)
    print(client.service.calls)


asyncio.run(main())
