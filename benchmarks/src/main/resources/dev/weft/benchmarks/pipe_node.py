"""Runs a node of Python over a pipe, as a program in another language would use it.

Arguments: the directory of the package weft, the node's file, its class, its params. Items come as
JSON, a line each, and results leave as such; an empty line asks for all that is still held back.
"""

import asyncio
import importlib.util
import inspect
import json
import logging
import sys
import types

guest, file, name, params = sys.argv[1:]
host = types.ModuleType("weft._host")
host.log = logging.getLogger("weft")
sys.modules["weft._host"] = host
sys.path.insert(0, guest)

import weft  # noqa: E402

spec = importlib.util.spec_from_file_location("node_code", file)
module = importlib.util.module_from_spec(spec)
spec.loader.exec_module(module)
cls = getattr(module, name)
node = cls()
node.config = {k: p.default for k, p in (cls.params or {}).items() if p.has_default}
node.config.update(json.loads(params))
node.id = "node"
out = sys.stdout
loads, dumps = json.loads, json.dumps


def told(value):
    out.write(dumps(value, separators=(",", ":")))
    out.write("\n")


def end_of_round():
    out.write("\n")
    out.flush()


async def items():
    for line in sys.stdin:
        if line == "\n":
            end_of_round()
        else:
            yield loads(line)


async def stream():
    async for value in node.process(items()):
        if value is not None:
            told(value)


def functions():
    process = node.process
    several = inspect.isgeneratorfunction(process)
    for line in sys.stdin:
        if line == "\n":
            end_of_round()
        elif several:
            for value in process(loads(line)):
                told(value)
        else:
            value = process(loads(line))
            if value is not None:
                told(value)


node.initialize()
if inspect.isasyncgenfunction(node.process):
    asyncio.run(stream())
else:
    functions()
