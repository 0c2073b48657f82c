import tempfile
from pathlib import Path

with tempfile.TemporaryDirectory() as root:
    base = Path(root)
    (base / "src" / "pkg").mkdir(parents=True)
    (base / "src" / "main.py").write_text("print('hi')\nprint('bye')\n")
    (base / "src" / "pkg" / "__init__.py").touch()
    (base / "README.md").write_text("# title\n", encoding="utf-8")
    for path in sorted(base.rglob("*")):
        kind = "dir" if path.is_dir() else f"{path.stat().st_size}b"
        print(path.relative_to(base).as_posix(), kind)
    lines = sum(len(p.read_text().splitlines()) for p in base.glob("**/*.py"))
    print("lines:", lines, [p.name for p in sorted(base.iterdir())])
    readme = base / "README.md"
    print(readme.suffix, readme.stem, readme.parent == base, readme.exists(), readme.with_suffix(".txt").name)
    readme.rename(base / "NOTES.md")
    (base / "NOTES.md").unlink()
    print((base / "NOTES.md").exists(), (base / "missing").is_file())
    try:
        (base / "nope.txt").read_text()
    except FileNotFoundError as e:
        print("missing:", e.errno, Path(e.filename).name)
print(base.exists(), Path("a/b/../c.tar.gz").suffixes, Path("/x/y").parts, str(Path("a") / "b"))
