import asyncio

import weft


class LifeCycle(weft.Node):
    """Fails where its param says; shows what is called when."""

    params = {
        "fail": weft.Param(
            str, optional=True, choices=("init", "config", "initialize", "process", "cleanup", "flush")
        )
    }

    def __init__(self):
        self.calls = ["init"]
        self.fail_in("init")

    def fail_in(self, place):
        if self.config.get("fail") == place:
            raise RuntimeError(f"failed in {place}")

    async def initialize(self):
        await asyncio.sleep(0.1)
        if self.config.get("fail") == "config":
            raise weft.ConfigError("the config was to fail")
        self.fail_in("initialize")
        self.calls.append("initialize")

    async def process(self, item):
        await asyncio.sleep(0.1)
        self.calls.append(f"process {item} at {weft.current_item().index}")
        self.fail_in("process")

    async def flush(self):
        await asyncio.sleep(0.1)
        self.fail_in("flush")
        yield self.calls
        yield {"id": self.id, "session": self.session}

    async def cleanup(self):
        await asyncio.sleep(0.1)
        self.fail_in("cleanup")
