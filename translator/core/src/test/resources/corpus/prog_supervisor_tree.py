import asyncio


class Crash(Exception):
    pass


async def stable(name, beats):
    for i in range(beats):
        await asyncio.sleep(0.025)
        print(f"{name} beat {i}")
    return name


def unstable(name, crashes):
    count = 0

    async def run():
        nonlocal count
        count += 1
        await asyncio.sleep(0.03)
        if count <= crashes:
            raise Crash(f"{name} crash #{count}")
        return f"{name} recovered"

    return run


class Supervisor:
    def __init__(self, max_restarts=3, strategy="one_for_one"):
        self.specs = []
        self.restarts = {}
        self.max_restarts = max_restarts
        self.strategy = strategy
        self.log = []

    def child(self, name, factory):
        self.specs.append((name, factory))
        return self

    async def _run_child(self, name, factory):
        while True:
            try:
                return await factory()
            except Crash as e:
                n = self.restarts[name] = self.restarts.get(name, 0) + 1
                self.log.append(f"{e} -> restart {n}")
                if n > self.max_restarts:
                    raise RuntimeError(f"{name} restarted too often") from e
                await asyncio.sleep(0.01 * 2**n)

    async def run(self):
        async with asyncio.TaskGroup() as tg:
            tasks = {name: tg.create_task(self._run_child(name, f), name=name) for name, f in self.specs}
        return {name: t.result() for name, t in tasks.items()}


async def main():
    sup = Supervisor().child("s", lambda: stable("s", 3)).child("u", unstable("u", 2))
    print(await sup.run())
    print(sup.log)
    bad = Supervisor(max_restarts=1).child("ok", lambda: stable("ok", 50)).child("bad", unstable("bad", 9))
    try:
        await bad.run()
    except* RuntimeError as eg:
        for e in eg.exceptions:
            print(e, "caused by", repr(e.__cause__))
    print(bad.restarts)


asyncio.run(main())
