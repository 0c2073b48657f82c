"""A loop driven by hand, as older programs do."""
import asyncio


async def greet(name, delay):
    await asyncio.sleep(delay)
    print(f"hello {name}")
    return len(name)


def tick(loop, left):
    print("tick", left)
    if left == 0:
        loop.stop()
    else:
        loop.call_later(0.01, tick, loop, left - 1)


loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
print(loop.run_until_complete(greet("world", 0.01)))
tasks = [loop.create_task(greet(n, 0.01 * i)) for i, n in enumerate(["ann", "bob"])]
print(loop.run_until_complete(asyncio.gather(*tasks)))
loop.call_soon(tick, loop, 2)
loop.run_forever()
print(loop.is_running(), loop.is_closed())
loop.close()
print(loop.is_closed())
try:
    loop.run_until_complete(asyncio.sleep(0))
except RuntimeError as e:
    print("RuntimeError:", e)
