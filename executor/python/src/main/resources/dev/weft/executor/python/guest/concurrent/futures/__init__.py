"""A stand-in for concurrent.futures where there are no threads: work is done when it is given."""

import time as _time

FIRST_COMPLETED = "FIRST_COMPLETED"
FIRST_EXCEPTION = "FIRST_EXCEPTION"
ALL_COMPLETED = "ALL_COMPLETED"


class Error(Exception):
    pass


class CancelledError(Error):
    pass


class InvalidStateError(Error):
    pass


class BrokenExecutor(RuntimeError):
    pass


TimeoutError = TimeoutError


class Future:
    """What became of a call."""

    def __init__(self):
        self._state = "PENDING"
        self._result = None
        self._exception = None
        self._callbacks = []

    def cancel(self):
        if self._state == "PENDING":
            self._state = "CANCELLED"
            self._call_back()
        return self._state == "CANCELLED"

    def cancelled(self):
        return self._state == "CANCELLED"

    def running(self):
        return self._state == "RUNNING"

    def done(self):
        return self._state in ("CANCELLED", "FINISHED")

    def _outcome(self):
        if self._state == "CANCELLED":
            raise CancelledError()
        if self._state != "FINISHED":
            raise TimeoutError("nothing else runs that could complete this future")

    def result(self, timeout=None):
        self._outcome()
        if self._exception is not None:
            raise self._exception
        return self._result

    def exception(self, timeout=None):
        self._outcome()
        return self._exception

    def add_done_callback(self, fn):
        if self.done():
            fn(self)
        else:
            self._callbacks.append(fn)

    def set_running_or_notify_cancel(self):
        if self._state == "CANCELLED":
            return False
        self._state = "RUNNING"
        return True

    def set_result(self, result):
        self._end(result, None)

    def set_exception(self, exception):
        self._end(None, exception)

    def _end(self, result, exception):
        if self.done():
            raise InvalidStateError(f"{self._state}: {self!r}")
        self._result, self._exception, self._state = result, exception, "FINISHED"
        self._call_back()

    def _call_back(self):
        callbacks, self._callbacks = self._callbacks, []
        for callback in callbacks:
            callback(self)


class Executor:
    def submit(self, fn, /, *args, **kwargs):
        raise NotImplementedError

    def map(self, fn, *iterables, timeout=None, chunksize=1):
        futures = [self.submit(fn, *args) for args in zip(*iterables)]
        return (future.result() for future in futures)

    def shutdown(self, wait=True, *, cancel_futures=False):
        pass

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.shutdown()
        return False


class ThreadPoolExecutor(Executor):
    """Makes each call there and then."""

    def __init__(self, max_workers=None, thread_name_prefix="", initializer=None, initargs=()):
        self._closed = False
        if initializer is not None:
            initializer(*initargs)

    def submit(self, fn, /, *args, **kwargs):
        if self._closed:
            raise RuntimeError("cannot schedule new futures after shutdown")
        future = Future()
        future.set_running_or_notify_cancel()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:
            future.set_exception(error)
        return future

    def shutdown(self, wait=True, *, cancel_futures=False):
        self._closed = True


class ProcessPoolExecutor(Executor):
    def __init__(self, *args, **kwargs):
        raise NotImplementedError("there are no processes in a node; use ThreadPoolExecutor")


def wait(fs, timeout=None, return_when=ALL_COMPLETED):
    from collections import namedtuple

    fs = set(fs)
    done = {each for each in fs if each.done()}
    return namedtuple("DoneAndNotDoneFutures", "done not_done")(done, fs - done)


def as_completed(fs, timeout=None):
    return iter(list(fs))


from concurrent.futures import _base  # noqa: E402
