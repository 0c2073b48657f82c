"""Runs programs for the tests: source text in, what it printed out."""

import contextlib
import io


def run(source):
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        exec(compile(source, "program", "exec"), {"__name__": "__main__"})
    return out.getvalue()
