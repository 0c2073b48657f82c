import asyncio
def get(things, name):
    return things[name]
async def main():
    things = {"q": asyncio.Queue(), "e": asyncio.Event(), "l": asyncio.Lock()}
    q = get(things, "q")
    await q.put(1)
    print(await q.get())
    t = asyncio.ensure_future(q.get())
    await asyncio.sleep(0)
    q.put_nowait(5)
    print(await t)
    done, pending = await asyncio.wait({asyncio.create_task(get(things, "e").wait())}, timeout=0.01)
    print(len(done), len(pending))
    for p in pending: p.cancel()
    c = get(things, "l").acquire()
    print(get(things, "l").locked())
    print(await c, get(things, "l").locked())
    r = await asyncio.wait_for(asyncio.gather(q.put(3), q.get()), 1)
    print(r)
asyncio.run(main())
