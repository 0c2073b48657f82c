"""An event loop that is moved on by the host, which does the waiting."""

import asyncio
import heapq
import time
from asyncio import base_events, events

#: How long a turn may take before the host is told what there is, in seconds.
SLICE = 0.02

#: How many rounds of callbacks a turn may have, for where the clock stands still.
ROUNDS = 10_000


class HostLoop(base_events.BaseEventLoop):
    """Runs what is ready in `turn`, and tells when it wants to be called again."""

    def __init__(self):
        super().__init__()
        self._now = 0.0
        self._clock_resolution = 1e-9
        self.failures = []
        self.set_exception_handler(self._failed)

    def time(self):
        return self._now

    def _failed(self, loop, context):
        self.failures.append(context)

    def turn(self, now):
        """Runs what is ready or due; when to come again, or None where nothing is planned."""
        self._now = max(now, self._now)
        ready, scheduled = self._ready, self._scheduled
        stop = time.monotonic() + SLICE
        events._set_running_loop(self)
        try:
            for _ in range(ROUNDS):
                while scheduled and (
                    scheduled[0]._cancelled or scheduled[0]._when <= self._now
                ):
                    handle = heapq.heappop(scheduled)
                    handle._scheduled = False
                    if handle._cancelled:
                        self._timer_cancelled_count = max(0, self._timer_cancelled_count - 1)
                    else:
                        ready.append(handle)
                if not ready:
                    break
                for _ in range(len(ready)):
                    handle = ready.popleft()
                    if not handle._cancelled:
                        handle._run()
                if time.monotonic() > stop:
                    break
        finally:
            events._set_running_loop(None)
        if ready:
            return self._now
        return scheduled[0]._when if scheduled else None

    def _write_to_self(self):
        pass

    def _process_events(self, event_list):
        pass

    def run_forever(self):
        raise RuntimeError("the host runs the event loop of a node; use await instead")

    def run_until_complete(self, future):
        if asyncio.iscoroutine(future):
            future.close()
        raise RuntimeError("the host runs the event loop of a node; use await instead")

    def run_in_executor(self, executor, func, *args):
        """Calls there and then, as there are no threads."""
        future = self.create_future()
        try:
            future.set_result(func(*args))
        except Exception as error:
            future.set_exception(error)
        return future

    def add_signal_handler(self, sig, callback, *args):
        raise NotImplementedError("there are no signals in a node")
