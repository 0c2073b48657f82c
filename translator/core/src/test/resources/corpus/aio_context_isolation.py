import asyncio
from contextvars import ContextVar

request_id = ContextVar("request_id", default="-")


async def log(message):
    print(f"[{request_id.get()}] {message}")


async def inner():
    await asyncio.sleep(0.01)
    await log("inner")


async def handle(n):
    request_id.set(f"req-{n}")
    await log("start")
    await asyncio.sleep(0.05 * (3 - n))
    await asyncio.gather(inner(), asyncio.create_task(inner()))
    await log("end")


async def main():
    await asyncio.gather(*(handle(n) for n in (1, 2)))
    await log("main")
    value = await asyncio.to_thread(request_id.get)
    print(value)


asyncio.run(main())
