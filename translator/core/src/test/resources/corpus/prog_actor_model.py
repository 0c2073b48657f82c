import asyncio


class Actor:
    def __init__(self, name):
        self.name = name
        self.inbox = asyncio.Queue()
        self.task = None

    def start(self):
        self.task = asyncio.create_task(self._run(), name=self.name)
        return self

    async def send(self, message, **meta):
        await self.inbox.put((message, meta))

    async def ask(self, message):
        future = asyncio.get_running_loop().create_future()
        await self.inbox.put((message, {"reply": future}))
        return await future

    async def _run(self):
        await self.on_start()
        while True:
            message, meta = await self.inbox.get()
            if message == "stop":
                break
            try:
                result = await self.receive(message, **{k: v for k, v in meta.items() if k != "reply"})
            except Exception as e:
                if "reply" in meta:
                    meta["reply"].set_exception(e)
                else:
                    print(f"{self.name} crashed on {message}: {e!r}")
            else:
                if "reply" in meta:
                    meta["reply"].set_result(result)
        await self.on_stop()

    async def on_start(self):
        pass

    async def on_stop(self):
        print(self.name, "stopped")

    async def receive(self, message):
        raise NotImplementedError


class Counter(Actor):
    def __init__(self, name, start=0):
        super().__init__(name)
        self.value = start

    async def receive(self, message, by=1):
        if message == "inc":
            self.value += by
        elif message == "get":
            return self.value
        else:
            raise ValueError(f"bad message {message}")


class Forwarder(Actor):
    def __init__(self, name, *targets):
        super().__init__(name)
        self.targets = targets

    async def on_start(self):
        print(self.name, "forwards to", [t.name for t in self.targets])

    async def receive(self, message, **kw):
        for t in self.targets:
            await t.send(message, **kw)


async def main():
    a, b = Counter("a").start(), Counter("b", 100).start()
    f = Forwarder("f", a, b).start()
    await f.send("inc")
    await f.send("inc", by=5)
    await f.send("boom")
    await asyncio.sleep(0.01)
    print(await a.ask("get"), await b.ask("get"))
    try:
        await a.ask("nonsense")
    except ValueError as e:
        print("asked:", e)
    for actor in (f, a, b):
        await actor.send("stop")
    await asyncio.gather(*(x.task for x in (a, b, f)))
    print([x.task.get_name() for x in (a, b, f)])


asyncio.run(main())
