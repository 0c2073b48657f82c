"""Tells the host of an exception: what, where in the author's code, and the traceback."""

import traceback

from weft._errors import NodeError

#: How many frames a traceback shows, the innermost ones.
_FRAMES = 30

_OWN = ("/guest/", "<frozen ")


def report(error):
    """(type, message, traceback, file, line) of an exception, without our own frames on top."""
    frames = error.__traceback__
    while frames is not None and frames.tb_frame.f_code.co_filename.startswith(_OWN):
        frames = frames.tb_next
    file, line = "", 0
    if isinstance(error, SyntaxError) and error.filename:
        file, line = error.filename, error.lineno or 0
    at = frames
    while at is not None:
        name = at.tb_frame.f_code.co_filename
        if not name.startswith(("/guest/", "/opt/wasi-python/", "<frozen ", "<string>")):
            file, line = name, at.tb_lineno
        at = at.tb_next
    kind = type(error)
    name = kind.__qualname__
    if isinstance(error, NodeError):
        name = "weft." + name
    try:
        text = "".join(traceback.format_exception(kind, error, frames, limit=-_FRAMES))
    except Exception:
        text = name
    try:
        message = str(error.msg) if isinstance(error, SyntaxError) else str(error)
    except Exception:
        message = "its text could not be had"
    return (name, _clean(message), _clean(text), file, line)


def report_at(error, place):
    """The same of an exception of ours, which is told with a place in the author's code."""
    file, line, method = place
    if not file:
        return report(error)
    kind = type(error).__qualname__
    text = f'Traceback (most recent call last):\n  File "{file}", line {line}, in {method}\n{kind}: {error}\n'
    return (kind, _clean(str(error)), _clean(text), file, line)


def _clean(text):
    if len(text) > 20_000:
        text = text[:10_000] + "\n…\n" + text[-10_000:]
    return text
