"""A supervisor tree of actors."""
import asyncio
import logging
import traceback
from typing import Any
import itertools

logging.basicConfig(format="%(levelname)s:%(name)s:%(message)s", level=logging.WARNING, handlers=None)
logger = logging.getLogger(__name__)
logger.setLevel(logging.CRITICAL)


class Stop(BaseException):
    pass


class Actor:
    ids = itertools.count(1)

    def __init__(self, name=None):
        self.name = name or f"{type(self).__name__}-{next(self.ids)}"
        self.inbox = asyncio.Queue()
        self.restarts = 0

    async def run(self):
        await self.on_start()
        while True:
            message = await self.inbox.get()
            reply = None
            if isinstance(message, tuple) and len(message) == 2 and isinstance(message[1], asyncio.Future):
                message, reply = message
            try:
                result = await self.receive(message)
            except Exception as e:
                if reply and not reply.done():
                    reply.set_exception(e)
                raise
            else:
                if reply:
                    reply.set_result(result)

    async def on_start(self):
        print(f"{self.name} started (restart {self.restarts})")

    async def receive(self, message: Any) -> Any:
        raise NotImplementedError

    def tell(self, message):
        self.inbox.put_nowait(message)

    async def ask(self, message, timeout=1.0):
        future = asyncio.get_running_loop().create_future()
        self.inbox.put_nowait((message, future))
        return await asyncio.wait_for(future, timeout)


class Adder(Actor):
    total = 0

    async def receive(self, message):
        if message == "boom":
            raise RuntimeError("asked to fail")
        if message == "slow":
            await asyncio.sleep(10)
        self.total += message
        return self.total


class Supervisor:
    def __init__(self, *, max_restarts=2):
        self.max_restarts = max_restarts
        self.children = {}

    async def supervise(self, actor):
        while True:
            try:
                await actor.run()
            except asyncio.CancelledError:
                print(actor.name, "stopped")
                raise
            except Exception as e:
                tb = traceback.format_exception_only(e)
                print(actor.name, "failed:", "".join(tb).strip())
                actor.restarts += 1
                if actor.restarts > self.max_restarts:
                    print(actor.name, "gave up")
                    return

    def start(self, actor):
        self.children[actor.name] = asyncio.create_task(self.supervise(actor), name=actor.name)
        return actor

    async def shutdown(self):
        for t in self.children.values():
            t.cancel()
        results = await asyncio.gather(*self.children.values(), return_exceptions=True)
        return [type(r).__name__ for r in results]


async def main():
    sup = Supervisor()
    a = sup.start(Adder())
    b = sup.start(Adder("named"))
    for i in range(1, 4):
        a.tell(i)
    print(await a.ask(10), await b.ask(1))
    for _ in range(4):
        try:
            await b.ask("boom", timeout=0.05)
        except RuntimeError as e:
            print("ask failed:", e)
        except TimeoutError:
            print("nobody answers")
    try:
        await a.ask("slow", 0.01)
    except asyncio.TimeoutError:
        print("too slow")
    try:
        await a.ask("slow")
    except TimeoutError:
        print("again")
    print(await sup.shutdown(), a.total)
    logger.warning("hidden %s", 1)
    try:
        try:
            1 / 0
        except ZeroDivisionError as e:
            raise RuntimeError("wrapped") from e
    except RuntimeError:
        text = traceback.format_exc()
        print(text.splitlines()[-1])


asyncio.run(main())
