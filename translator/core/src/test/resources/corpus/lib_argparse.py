import argparse

parser = argparse.ArgumentParser(prog="tool", description="Does things.")
parser.add_argument("name")
parser.add_argument("-n", "--count", type=int, default=1, help="how often")
parser.add_argument("--verbose", action="store_true")
parser.add_argument("--mode", choices=["fast", "slow"], default="fast")
args = parser.parse_args(["world", "--count", "3", "--verbose"])
print(args.name, args.count, args.verbose, args.mode)
for _ in range(args.count):
    print(f"hello {args.name}")
defaults = parser.parse_args(["x"])
print(defaults.count, defaults.verbose)
