import asyncio

import weft


class ScatterGather(weft.Node):
    """Asks several sources about a word, all at once, and takes what is there in time."""

    params = {"patience": weft.Param(float, default=0.5, min=0)}

    SOURCES = {"memory": 0.1, "library": 0.3, "abroad": 0.9}

    async def ask(self, source, word):
        await asyncio.sleep(self.SOURCES[source])
        if word == "?":
            raise ValueError(f"{source} does not understand")
        return f"{word} from {source}"

    async def process(self, word):
        tasks = {asyncio.create_task(self.ask(name, word), name=name) for name in self.SOURCES}
        done, late = await asyncio.wait(tasks, timeout=self.config["patience"])
        for task in late:
            task.cancel()
        await asyncio.gather(*late, return_exceptions=True)
        answers = {task.get_name(): task.result() for task in done if not task.exception()}
        return {
            "answers": {name: answers[name] for name in sorted(answers)},
            "failed": sorted(str(task.exception()) for task in done if task.exception()),
            "late": sorted(task.get_name() for task in late),
        }
