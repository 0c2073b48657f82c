import asyncio

import weft


class ServiceError(Exception):
    def __init__(self, status, text):
        super().__init__(f"{status} {text}")
        self.status = status


class Service:
    """Stands for a service that fails as often as the request says."""

    def __init__(self):
        self.calls = {}

    async def fetch(self, request):
        await asyncio.sleep(0.1)
        calls = self.calls[request["id"]] = self.calls.get(request["id"], 0) + 1
        if request.get("broken"):
            raise ServiceError(400, "bad request")
        if calls <= request.get("failures", 0):
            raise ServiceError(503, "busy")
        return {"id": request["id"], "calls": calls}


class RetryCall(weft.Node):
    """Asks a service, and asks again with growing pauses where it is busy."""

    params = {
        "attempts": weft.Param(int, default=3, min=1),
        "pause": weft.Param(float, default=0.5, min=0),
    }

    def initialize(self):
        self.service = Service()

    async def process(self, request):
        for attempt in range(1, self.config["attempts"] + 1):
            try:
                return await self.service.fetch(request)
            except ServiceError as error:
                if error.status < 500:
                    raise
                if attempt == self.config["attempts"]:
                    raise weft.ItemError(f"gave up after {attempt} attempts: {error}") from error
                await asyncio.sleep(self.config["pause"] * 2 ** (attempt - 1))
