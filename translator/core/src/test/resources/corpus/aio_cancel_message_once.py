import asyncio
async def s(): await asyncio.sleep(5)
async def main():
    t = asyncio.create_task(s())
    await asyncio.sleep(0)
    t.cancel("x")
    for _ in range(3):
        try: await t
        except asyncio.CancelledError as e: print(repr(e))
    try: t.exception()
    except asyncio.CancelledError as e: print(repr(e))
    try: t.result()
    except asyncio.CancelledError as e: print(repr(e))
    f = asyncio.get_running_loop().create_future()
    f.cancel("fut")
    for _ in range(2):
        try: await f
        except asyncio.CancelledError as e: print(repr(e))
    try: f.exception()
    except asyncio.CancelledError as e: print(repr(e))
    t = asyncio.create_task(s())
    t.cancel("early")
    for _ in range(2):
        try: await t
        except asyncio.CancelledError as e: print(repr(e))
    t = asyncio.create_task(s()); await asyncio.sleep(0)
    t.cancel("m")
    await asyncio.wait([t])
    for _ in range(2):
        try: t.exception()
        except asyncio.CancelledError as e: print(repr(e))
    t = asyncio.create_task(s()); await asyncio.sleep(0)
    t.cancel("m")
    print(await asyncio.gather(t, return_exceptions=True))
    try: await t
    except asyncio.CancelledError as e: print(repr(e))
asyncio.run(main())
