print(f"{0:#06x} {255:#06x} {-5:#06x} {0:#x} {255:#010b} {8:#o} {0:#06b} {0:#5o}|{-255:#_x}|{0:+#06x}|{3:06}|{-3:06}|{0:06}|{0.0:06.1f}")
Maybe = int | None
JSON = dict[str, int] | list[int] | str | None
K = list | dict
def f(x: JSON) -> str:
    return type(x).__name__
print(f(None), f([1]), isinstance([], K))
class E(Exception):
    code = 10
    status = 5
    msg = "m"
    def __str__(self):
        return f"[{self.code}] {self.status} {self.msg} {super().__str__()}"
class F(E):
    code = 11
print(E("x"), F("y"), F("z").code, E.code, F("a").args)
import asyncio
q = asyncio.PriorityQueue()
q.put_nowait((2, "b")); q.put_nowait((1, "a"))
ev = asyncio.Event()
lock = asyncio.Lock()
print(q.get_nowait(), q.qsize(), ev.is_set(), lock.locked())
def main():
    loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)
    qq = asyncio.Queue()
    qq.put_nowait(1)
    t = loop.create_task(asyncio.sleep(0, "x"))
    u = asyncio.ensure_future(asyncio.sleep(0, "y"), loop=loop)
    print(loop.run_until_complete(t), loop.run_until_complete(u), qq.get_nowait())
    loop.call_soon(print, "soon")
    loop.call_later(0.01, loop.stop)
    loop.run_forever()
    print(loop.run_until_complete(asyncio.gather(asyncio.sleep(0, 1), asyncio.sleep(0, 2))))
    loop.run_until_complete(loop.shutdown_asyncgens())
    loop.close()
main()
