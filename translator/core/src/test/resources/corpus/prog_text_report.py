"""Text statistics, report and CSV export with argparse; reads stdin."""
import argparse
import csv
import io
import re
import string
import sys
import textwrap
from collections import Counter, OrderedDict, defaultdict
from itertools import groupby, chain, zip_longest
from operator import itemgetter, attrgetter

TEXT = """It was the best of times, it was the worst of times, it was the age of wisdom,
it was the age of foolishness, it was the epoch of belief, it was the epoch of incredulity,
it was the season of Light, it was the season of Darkness... "Well-known" isn't it? 42 times!
"""


def words(text):
    for m in re.finditer(r"[A-Za-z]+(?:['-][A-Za-z]+)*", text):
        yield m.start(), m.group().lower()


def histogram(counts, width=20):
    top = max(counts.values())
    for word, n in sorted(counts.items(), key=lambda kv: (-kv[1], kv[0]))[:6]:
        bar = "#" * round(n / top * width)
        yield f"{word:<8}|{bar:<{width}}|{n:>3} {n / sum(counts.values()):6.1%}"


def build_index(pairs):
    index = defaultdict(list)
    for at, w in pairs:
        index[w].append(at)
    return dict(sorted(index.items()))


def main(argv=None):
    parser = argparse.ArgumentParser(prog="stats", description="Counts words.")
    parser.add_argument("--width", type=int, default=10)
    parser.add_argument("-n", "--top", type=int, default=3, metavar="N")
    parser.add_argument("--format", choices=["csv", "text"], default="text")
    args = parser.parse_args(argv)
    pairs = list(words(TEXT))
    counts = Counter(w for _, w in pairs)
    if args.format == "csv":
        out = io.StringIO()
        w = csv.DictWriter(out, ["word", "count", "first"], lineterminator="\n")
        w.writeheader()
        index = build_index(pairs)
        for word, n in counts.most_common(args.top):
            w.writerow({"word": word, "count": n, "first": index[word][0]})
        print(out.getvalue(), end="")
    else:
        print(*histogram(counts, args.width), sep="\n")
    lengths = {k: [x for _, x in g] for k, g in groupby(sorted({(len(w), w) for w in counts}), key=itemgetter(0))}
    print({k: v[:2] for k, v in lengths.items()})
    print(textwrap.fill(" ".join(counts), 40, subsequent_indent="    "))
    table = str.maketrans({c: None for c in string.punctuation} | {"\n": " "})
    print(TEXT.translate(table).split()[-4:], TEXT.count("it was"), TEXT.find("worst"), TEXT[:10].swapcase())
    rows = [("id", "name", "score"), (1, "Ann", 9.5), (22, "Bob", 10.25), (333, "Cee", None)]
    widths = [max(len(str(v)) for v in col) for col in zip(*rows)]
    for row in rows:
        print(" | ".join(f"{'-' if v is None else v!s:>{w}}" for v, w in zip(row, widths)))
    print("-+-".join("-" * w for w in widths))
    print("%-10s|%5.2f|%05d|%x|%s" % ("left", 3.14159, 42, 255, [1, "a"]))
    print("{:>10}|{:^10}|{:,}|{!r}|{:+.3e}".format("right", "mid", 1234567, "q", 12345.678))
    parts = "a=1;b=2;c".split(";")
    print(dict(p.partition("=")[::2] for p in parts), [p.rpartition("=") for p in parts])
    print(list(zip_longest("abc", "xy", fillvalue="-")), list(chain.from_iterable([[1], [2, 3]])))
    od = OrderedDict.fromkeys("banana")
    od.move_to_end("b")
    print("".join(od), re.sub(r"(\w+) (\w+)", lambda m: f"{m[2]} {m[1]}", "hello world foo"), re.split(r"[,;]\s*", "a, b;c"))
    print("Ünïcödé".casefold(), "straße".upper(), "x".rjust(3, "."), "1,2".replace(",", ""), "abc".isalpha(), "٣".isdigit())
    print(sorted(["b10", "a2", "a10"], key=lambda s: [int(t) if t.isdigit() else t for t in re.split(r"(\d+)", s)]))


main(["--format", "csv", "-n", "4"])
main(["--width", "12"])
for bad in (["--top", "x"], ["--format", "xml"], ["--nope"]):
    try:
        main(bad)
    except SystemExit as e:
        print("exit", e.code)
