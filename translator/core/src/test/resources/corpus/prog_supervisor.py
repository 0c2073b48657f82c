import asyncio


class Worker:
    def __init__(self, name, fail_at):
        self.name = name
        self.fail_at = fail_at
        self.runs = 0

    async def run(self):
        self.runs += 1
        for step in range(3):
            await asyncio.sleep(0)
            if self.runs <= self.fail_at and step == 1:
                raise RuntimeError(f"{self.name} crashed in run {self.runs}")
        return f"{self.name} finished after {self.runs} runs"


class Supervisor:
    def __init__(self, max_restarts=3):
        self.max_restarts = max_restarts
        self.log = []

    async def supervise(self, worker):
        restarts = 0
        while True:
            try:
                result = await worker.run()
                self.log.append(result)
                return True
            except RuntimeError as e:
                restarts += 1
                self.log.append(f"restart {restarts}: {e}")
                if restarts > self.max_restarts:
                    self.log.append(f"giving up on {worker.name}")
                    return False


async def main():
    sup = Supervisor(max_restarts=2)
    workers = [Worker("alpha", 0), Worker("beta", 2), Worker("gamma", 9)]
    results = await asyncio.gather(*[sup.supervise(w) for w in workers])
    for line in sup.log:
        print(line)
    print(results)


asyncio.run(main())
