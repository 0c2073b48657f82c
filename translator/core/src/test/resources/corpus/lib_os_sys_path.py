import os
import shutil
import sys
import tempfile
from pathlib import Path

p = Path("/tmp/some/dir") / "file.tar.gz"
print(p, p.name, p.stem, p.suffix, p.suffixes, p.parent, p.parts, p.is_absolute())
print(p.with_suffix(".zip"), p.with_name("other.txt"), p.parent / "x", p.relative_to("/tmp"), repr(Path("a/b")))
print(os.path.join("a", "b", "c.txt"), os.path.basename("/x/y.z"), os.path.dirname("/x/y.z"), os.path.splitext("f.txt"), os.sep)
print(Path("a") / Path("b") == Path("a/b"), sorted([Path("b"), Path("a")]), str(Path("x//y/./z")))

with tempfile.TemporaryDirectory() as tmp:
    root = Path(tmp)
    f = root / "notes.txt"
    f.write_text("one\ntwo\nthree\n")
    print(f.exists(), f.is_file(), root.is_dir(), f.read_text().splitlines(), f.stat().st_size)
    (root / "sub" / "deep").mkdir(parents=True, exist_ok=True)
    (root / "sub" / "data.json").write_text("{}")
    print(sorted(x.name for x in root.iterdir()), sorted(x.name for x in root.rglob("*.*")), [x.name for x in root.glob("*.txt")])
    with open(f, "a") as out:
        out.write("four\n")
    with open(f) as src:
        for n, line in enumerate(src, 1):
            print(n, line.rstrip())
    with f.open("rb") as raw:
        print(raw.read(3))
    print(sorted(os.listdir(tmp)), os.path.exists(os.path.join(tmp, "nope")), os.path.getsize(f))
    f.rename(root / "renamed.txt")
    (root / "renamed.txt").unlink()
    shutil.rmtree(root / "sub")
    print(list(root.iterdir()))
    try:
        open(root / "missing.txt")
    except FileNotFoundError as e:
        print(type(e).__name__, e.errno, e.strerror)
    os.makedirs(os.path.join(tmp, "made", "here"))
    print(os.path.isdir(os.path.join(tmp, "made")))

os.environ["MY_SETTING"] = "on"
print(os.environ.get("MY_SETTING"), os.getenv("NOT_SET_AT_ALL", "default"), "MY_SETTING" in os.environ)
print(len(sys.argv), sys.version_info >= (3, 8), sys.platform, sys.maxsize, sys.byteorder, os.name, os.getpid() > 0)
print(sys.getrecursionlimit() >= 1000, sys.float_info.max)
sys.exit(3)
