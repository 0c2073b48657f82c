"""Signals by their names, handled in a loop and outside of one."""
import asyncio
import logging
import os
import signal
import sys
import time
logging.basicConfig(level=logging.INFO, stream=sys.stdout, format="%(levelname)s:%(message)s")
async def shutdown(signal, loop):
    logging.info(f"Received exit signal {signal.name}...")
    tasks = [t for t in asyncio.all_tasks() if t is not asyncio.current_task()]
    [task.cancel() for task in tasks]
    logging.info(f"Cancelling {len(tasks)} outstanding tasks")
    await asyncio.gather(*tasks, return_exceptions=True)
    loop.stop()
async def work(n):
    while True:
        await asyncio.sleep(0.1)
def main():
    loop = asyncio.new_event_loop()
    signals = (signal.SIGHUP, signal.SIGTERM, signal.SIGINT)
    for s in signals:
        loop.add_signal_handler(s, lambda s=s: asyncio.create_task(shutdown(s, loop)))
    try:
        loop.create_task(work(1)); loop.create_task(work(2))
        loop.call_later(0.3, signal.raise_signal, signal.SIGTERM)
        loop.run_forever()
    finally:
        loop.close()
        logging.info("Successfully shutdown the service.")
main()


def bye(signum, frame):
    print("sync handler", signum, signum == signal.SIGUSR1)
    raise SystemExit(7)
old = signal.signal(signal.SIGUSR1, bye)
print(signal.SIGINT, repr(signal.SIGTERM), f"{signal.SIGHUP}", signal.SIGINT.name, signal.SIGINT == 2, signal.Signals(15).name)
os.kill(os.getpid(), signal.SIGUSR1)
import time
for _ in range(10): time.sleep(0.1)
print("not reached")
