"""Writes what CPython 3.12 prints for each source of compile/cases.txt to compile/recorded.txt.

python3.12 src/test/python/record_compile_errors.py
"""

import pathlib
import subprocess
import sys
import tempfile

folder = pathlib.Path(__file__).parents[1] / "resources" / "compile"


def cases(text):
    name, lines = None, []
    for line in text.splitlines(keepends=True):
        if line.startswith("=== "):
            if name:
                yield name, "".join(lines)
            name, lines = line[4:].rstrip(), []
        else:
            lines.append(line)
    yield name, "".join(lines)


if sys.version_info[:2] != (3, 12):
    sys.exit("this wants Python 3.12")
recorded = []
with tempfile.TemporaryDirectory() as place:
    for name, source in cases((folder / "cases.txt").read_text(encoding="utf-8")):
        # Compiled only, as a run does first: what the source would do is no matter here.
        pathlib.Path(place, "case.py").write_text(source, encoding="utf-8")
        run = subprocess.run(
            [sys.executable, "-X", "utf8", "-I", "case.py"],
            cwd=place, capture_output=True, text=True, encoding="utf-8",
        )
        # A traceback is of a program that was compiled, and ran.
        errors = "" if "Traceback" in run.stderr else run.stderr.replace(place + "/", "")
        recorded.append(f"=== {name}\n{errors}")
(folder / "recorded.txt").write_text("".join(recorded), encoding="utf-8")
