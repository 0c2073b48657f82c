"""URLs taken apart and joined, paths, names and identifiers."""
import fnmatch
import os.path
import uuid
from pathlib import Path, PurePosixPath
from urllib.parse import (
    parse_qs, parse_qsl, quote, quote_plus, unquote, urldefrag, urlencode, urljoin, urlparse, urlsplit, urlunparse, urlunsplit,
)


def attempt(label, action):
    try:
        print(label, repr(action()))
    except (ValueError, OSError) as e:
        print(label, type(e).__name__, e)


url = urlparse("http://user:secret@Host.example:8080/a/b;x?q=1#top")
print(url, url.username, url.password, url.hostname, url.port)
print(urlsplit("http://h/p;x?q")._replace(path="/z", query="").geturl())
print(urlunparse(("http", "h", "/p", "par", "q=1", "f")), urlunsplit(("", "", "/only", "", "")), urlunparse(url))
scheme, netloc, path, params, query, fragment = url
print(scheme, netloc, path, params, query, fragment, url[2])
for other in ("g", "./g", "/g", "//g", "?y", "#s", "../g", "../../../g", "g;x=1/./y", "http:g", "mailto:a@b", ""):
    print(other, urljoin("http://a/b/c/d;p?q", other))
print(urlencode({"a": [1, 2], "b": "x y&z"}, doseq=True), urlencode([("a", 1), ("a", "é")]))
print(parse_qs("a=1&a=2&b=&c", keep_blank_values=True), parse_qsl("x=1+2&y=%41%zz"))
print(quote("a b/ü~"), quote_plus("a b&c"), unquote("%E4%BD%A0+%zz"), urldefrag("http://a/b#c")[0])
for name in ("a.py", ".bashrc", "a.", "x.tar.gz", "..b", "no"):
    p = Path("dir") / name
    print(name, p.stem, p.suffix, p.suffixes, os.path.splitext(name))
p = Path("/usr/local/lib/x.txt")
print(p.with_stem("y"), p.is_relative_to("/usr"), p.relative_to("/usr", "local"), p.match("*.txt"), p.match("lib/*.txt"), p.match("/x.txt"))
print(p.anchor, p.joinpath("..", "b"), "pre" / Path("b"), p.as_uri(), PurePosixPath("a//b/./c"))
attempt("suffix", lambda: p.with_suffix("txt"))
attempt("name", lambda: Path("/").with_name("x"))
attempt("under", lambda: Path("/a/b").relative_to("/c"))
attempt("missing", lambda: Path("/nonexistent").stat())
print(os.path.normpath("a/../b//c/."), os.path.normpath("/../a"), os.path.relpath("/a/b", "/a/c"), os.path.isabs("/a"))
print(os.path.commonpath(["/a/b", "/a/c"]), os.path.commonprefix(["abc", "abd"]), os.path.dirname("/a/b/"), os.path.dirname("//a"))
print(fnmatch.translate("a[!b]*?.[ch]*"), fnmatch.filter(["a.py", "b.c", "ab.py"], "a*.py"))
u = uuid.UUID(bytes=b"\x01" * 16)
print(u, u.variant, u.urn, uuid.UUID(int=5, version=4), uuid.UUID(int=2**127).fields)
attempt("int", lambda: uuid.UUID(int=-1))
