import argparse


def build():
    parser = argparse.ArgumentParser(prog="tool", description="A tool.")
    parser.add_argument("-v", "--verbose", action="store_true")
    sub = parser.add_subparsers(dest="command", required=True)
    add = sub.add_parser("add", help="adds numbers")
    add.add_argument("numbers", nargs="+", type=int)
    greet = sub.add_parser("greet")
    greet.add_argument("name")
    greet.add_argument("--times", type=int, default=1)
    return parser


def run(argv):
    args = build().parse_args(argv)
    if args.command == "add":
        print(args.verbose, sum(args.numbers))
    else:
        for _ in range(args.times):
            print("hello", args.name)


run(["add", "1", "2", "3"])
run(["-v", "add", "4"])
run(["greet", "Ann", "--times", "2"])


def on_stop(args):
    return f"stopping {args.id}"


p = argparse.ArgumentParser(prog="svc")
subs = p.add_subparsers()
stop = subs.add_parser("stop")
stop.add_argument("id")
stop.set_defaults(func=on_stop)
a = p.parse_args(["stop", "7"])
print(a.func(a))
try:
    run([])
except SystemExit as e:
    print("exit", e.code)
try:
    run(["nope"])
except SystemExit as e:
    print("exit", e.code)
