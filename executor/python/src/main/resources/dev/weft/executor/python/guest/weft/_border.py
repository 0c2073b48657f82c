"""The guest's way to ask the host something, and what `print` and logging write to."""

import logging
import marshal
import os

from weft._tensor import KEY, from_frame

#: Stands in each frame that has a tensor.
TENSOR = KEY.encode("ascii")

#: How much may be in the journal at once, before the host is told.
_LINE = 10_000


def ask(*request):
    """Asks the host, which answers at once."""
    _tell(*request)
    head = _read(4)
    reply = _read(int.from_bytes(head, "little"))
    value = marshal.loads(reply)
    return from_frame(value) if TENSOR in reply else value


def _tell(*request):
    data = marshal.dumps(request, 2)
    data = len(data).to_bytes(4, "little") + data
    while data:
        data = data[os.write(1, data) :]


def _read(count):
    data = os.read(0, count)
    while len(data) < count:
        more = os.read(0, count - len(data))
        if not more:
            raise OSError("the host does not answer")
        data += more
    return data


class ToHost(logging.Handler):
    def emit(self, record):
        try:
            text = self.format(record)
        except Exception:
            text = str(record.msg)
        _tell("log", record.levelno, text[:_LINE])


class Lines:
    """What `print` writes to: each line goes to the host's log."""

    encoding = "utf-8"
    errors = "replace"
    closed = False

    def __init__(self, level):
        self.level = level
        self.rest = ""

    def write(self, text):
        lines = (self.rest + text).split("\n")
        self.rest = lines.pop()
        for line in lines:
            _tell("log", self.level, line[:_LINE])
        if len(self.rest) > _LINE:
            self.flush()
        return len(text)

    def flush(self):
        if self.rest:
            _tell("log", self.level, self.rest[:_LINE])
            self.rest = ""

    def writable(self):
        return True

    def readable(self):
        return False

    def isatty(self):
        return False

    def writelines(self, lines):
        for line in lines:
            self.write(line)

    def fileno(self):
        raise OSError("print() of a node goes to the host's log; there is no file")
