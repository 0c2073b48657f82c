"""Streams in memory, temporary files, trees of files."""
import io
import os
import shutil
import tempfile
from pathlib import Path

text = io.StringIO("one\ntwo\nthree")
print(text.readline(), text.read(1), text.tell(), text.readlines(), text.seek(0), list(text), text.closed)
text = io.StringIO()
text.writelines(["ab", "cd"])
print(text.getvalue(), text.seek(1), text.truncate(), text.getvalue(), text.seek(0, 2))
text.close()
try:
    text.read()
except ValueError as e:
    print(e)
data = io.BytesIO(b"a\nbc\n")
print(data.readline(), data.read(), data.seek(-3, 2), data.read(), data.tell(), list(io.BytesIO(b"1\n2")))
data.seek(7)
data.write(b"!")
print(data.getvalue())
with tempfile.TemporaryDirectory(prefix="tree") as name:
    top = Path(name)
    print(top.name.startswith("tree"))
    (top / "a" / "b").mkdir(parents=True)
    (top / "a" / "x.txt").write_text("hällo\nworld\n")
    for action in (
        lambda: (top / "a").mkdir(),
        lambda: (top / "n" / "m").mkdir(),
        lambda: (top / "a").rmdir(),
        lambda: (top / "a" / "x.txt").mkdir(exist_ok=True),
        lambda: os.listdir(top / "none"),
    ):
        try:
            action()
        except OSError as e:
            print(type(e).__name__, e.errno, e.strerror)
    shutil.copytree(top / "a", top / "c")
    shutil.copy2(top / "a" / "x.txt", top / "y.txt")
    print(shutil.move(str(top / "y.txt"), str(top / "c")) == str(top / "c" / "y.txt"))
    print([(os.path.relpath(r, name), sorted(ds), sorted(fs)) for r, ds, fs in sorted(os.walk(name))])
    print(sorted((str(p.relative_to(top)), sorted(fs)) for p, ds, fs in top.walk()))
    with os.scandir(top) as entries:
        print(sorted((entry.name, entry.is_dir()) for entry in entries))
    with open(top / "a" / "x.txt") as file:
        print(file.read(3), file.readline(), file.readable(), file.writable())
    with open(top / "a" / "x.txt", "rb") as raw:
        print([len(line) for line in raw], raw.seek(-3, 2), raw.readline())
print(top.exists(), shutil.which("no-such-program"), os.pathsep, os.devnull)
with tempfile.NamedTemporaryFile("w", suffix=".txt") as named:
    named.write("kept")
    named.flush()
    print(Path(named.name).read_text(), named.name.endswith(".txt"))
print(os.path.exists(named.name))
