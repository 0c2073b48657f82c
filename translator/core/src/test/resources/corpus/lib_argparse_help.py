import argparse, sys

def positive(text):
    n = int(text)
    if n <= 0:
        raise argparse.ArgumentTypeError(f"{n} is not positive")
    return n

def build():
    ap = argparse.ArgumentParser(prog="fetch", description="Fetches things from somewhere, with a description that is long enough to be wrapped over two lines.", epilog="See the manual of %(prog)s.")
    ap.add_argument("urls", nargs="+", metavar="URL", help="what to fetch")
    ap.add_argument("-o", "--output", default="out.txt", help="where to write (default: %(default)s)")
    ap.add_argument("-j", "--jobs", type=positive, default=4, help="how many at once")
    ap.add_argument("-v", "--verbose", action="count", default=0)
    ap.add_argument("-q", "--quiet", action="store_true")
    ap.add_argument("--mode", choices=["fast", "safe"], default="safe")
    ap.add_argument("--header", action="append", metavar="K=V", help="a header, may be given many times; long text that goes over the line")
    ap.add_argument("--size", nargs=2, type=int, metavar="N")
    ap.add_argument("--opt", nargs="?", const="C", default="D")
    ap.add_argument("--color", action=argparse.BooleanOptionalAction, default=True)
    ap.add_argument("--hidden", help=argparse.SUPPRESS)
    ap.add_argument("--version", action="version", version="%(prog)s 1.2")
    g = ap.add_argument_group("network", "How to connect.")
    g.add_argument("--timeout", type=float, default=1.5)
    x = ap.add_mutually_exclusive_group()
    x.add_argument("--json", action="store_true")
    x.add_argument("--csv", action="store_true")
    return ap

ap = build()
for argv in (["a", "b", "-vv", "-j3"], ["-qv", "--header", "a=1", "--header=b=2", "x"], ["--size", "1", "2", "x", "--opt"], ["--opt=5", "x", "--no-color"],
             ["--out", "f", "x", "--", "-y"], ["x", "--timeout", "-2.5"], ["x", "--json"]):
    print(ap.parse_args(argv))
for argv in ([], ["-j", "0", "x"], ["-j", "k", "x"], ["--mode", "bad", "x"], ["x", "--size", "1"], ["x", "--nope", "-z"], ["--json", "--csv", "x"], ["--o", "x"], ["x", "--quiet=1"], ["x", "-o"], ["--help"], ["--version"], ["x", "--timeout", "t"]):
    try:
        print(ap.parse_args(argv))
    except SystemExit as e:
        print("exit", e.code)
print(ap.parse_known_args(["x", "--foo", "bar", "-q"]))

cmd = argparse.ArgumentParser(prog="git", formatter_class=argparse.ArgumentDefaultsHelpFormatter)
cmd.add_argument("--dir", default=".", help="the directory")
subs = cmd.add_subparsers(dest="command", required=True, help="what to do")
c = subs.add_parser("commit", help="records changes", aliases=["ci"])
c.add_argument("-m", "--message", required=True, help="the message")
c.set_defaults(run=lambda a: f"commit {a.message} in {a.dir}")
l = subs.add_parser("log", help="shows")
l.add_argument("n", nargs="?", type=int, default=10, help="how many")
l.add_argument("rest", nargs="*")
l.set_defaults(run=lambda a: (a.n, a.rest))
for argv in (["commit", "-m", "hi"], ["--dir", "x", "ci", "--mess", "yo"], ["log"], ["log", "3", "a", "b"], [], ["push"], ["commit"], ["-h"], ["log", "-h"], ["log", "k"]):
    try:
        a = cmd.parse_args(argv)
        print(a.run(a), a.command)
    except SystemExit as e:
        print("exit", e.code)
raw = argparse.ArgumentParser("raw", description="""line one
  line two""", formatter_class=argparse.RawDescriptionHelpFormatter, add_help=False)
raw.add_argument("--a-long-option-name-that-is-long", help="x " * 40)
raw.add_argument("file", nargs=argparse.REMAINDER)
raw.print_help()
print(raw.format_usage(), end="")
print(raw.parse_args(["p", "-q", "z"]).file)

pairs = argparse.ArgumentParser(prog="pairs")
pairs.add_argument("--move", nargs=2, metavar=("FROM", "TO"), help="both are needed")
pairs.add_argument("--many", nargs="+", metavar=("FIRST", "NEXT"))
pairs.add_argument("--any", nargs="*", metavar=("ONE", "MORE"))
pairs.print_help()
