# the way people wrote in 2016
import asyncio, random, functools, logging
logging.basicConfig(level=logging.WARNING)

class Elevator(object):
    def __init__(self, floors, loop=None):
        self.floors = floors
        self.position = 0
        self.requests = asyncio.PriorityQueue()
        self.history = []

    def call(self, floor):
        if not (0 <= floor < self.floors):
            raise ValueError('floor %d is not between 0 and %d' % (floor, self.floors - 1))
        self.requests.put_nowait((abs(floor - self.position), floor))

    async def run(self):
        while True:
            distance, floor = await self.requests.get()
            for _ in range(abs(floor - self.position)):
                self.position += 1 if floor > self.position else -1
                await asyncio.sleep(0)
            self.history.append(floor)
            print('arrived at %2d (distance %s)' % (floor, distance))
            self.requests.task_done()


def on_done(name, future):
    if future.cancelled():
        print(name, 'was cancelled')
    elif future.exception():
        print(name, 'raised', repr(future.exception()))
    else:
        print(name, 'returned', future.result())


async def produce(elevator, rng):
    for i in range(5):
        elevator.call(rng.randint(0, 9))
        await asyncio.sleep(0)
    try:
        elevator.call(10)
    except ValueError as err:
        print('error: {}'.format(err))
    return i


async def failing():
    raise LookupError('nothing here')


def main():
    loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)
    rng = random.Random()
    rng.seed('elevator')
    e = Elevator(10)
    runner = loop.create_task(e.run())
    runner.add_done_callback(functools.partial(on_done, 'runner'))
    producer = asyncio.ensure_future(produce(e, rng), loop=loop)
    producer.add_done_callback(functools.partial(on_done, 'producer'))
    bad = loop.create_task(failing())
    bad.add_done_callback(functools.partial(on_done, 'bad'))
    loop.run_until_complete(producer)
    loop.run_until_complete(e.requests.join())
    runner.cancel()
    loop.run_until_complete(asyncio.gather(runner, bad, return_exceptions=True))
    loop.call_later(0.01, loop.stop)
    loop.call_soon(print, 'soon')
    loop.run_forever()
    loop.run_until_complete(loop.shutdown_asyncgens())
    loop.close()
    print(loop.is_closed(), e.history)

if __name__ == '__main__':
    main()
