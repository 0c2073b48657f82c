"""Log analysis: parse, group, report."""
import argparse
import collections
import datetime as dt
import io
import re
import statistics
import sys
import textwrap
from typing import Iterable, Iterator, NamedTuple, Optional

LOG = """\
2024-03-01T10:00:00Z web-1 INFO request id=a1 path=/ status=200 ms=12.5
2024-03-01T10:00:01Z web-2 INFO request id=a2 path=/login status=302 ms=40
2024-03-01T10:00:01Z web-1 WARN slow id=a3 path=/report status=200 ms=1890.25
2024-03-01T10:00:05Z db ERROR query failed: "deadlock detected" retry=1
  at Pool.take(pool.c:77)
  at main
2024-03-01T10:01:00Z web-1 INFO request id=a4 path=/ status=500 ms=7
garbage here
2024-03-01T10:02:30Z web-2 INFO request id=a5 path=/report?x=1 status=404 ms=3.125
"""

LINE = re.compile(
    r"""(?P<time>\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ)\s
        (?P<host>\S+)\s
        (?P<level>INFO|WARN|ERROR)\s
        (?P<message>.*)""",
    re.VERBOSE,
)
FIELD = re.compile(r'(\w+)=("[^"]*"|\S+)')


class Record(NamedTuple):
    time: dt.datetime
    host: str
    level: str
    message: str
    fields: dict[str, str]
    trace: tuple[str, ...] = ()

    @property
    def ms(self) -> Optional[float]:
        text = self.fields.get("ms")
        return float(text) if text else None

    def __str__(self):
        return f"{self.time:%H:%M:%S} {self.host:>6} {self.level:<5} {self.message}"


def records(lines: Iterable[str], problems: list[str]) -> Iterator[Record]:
    last: Optional[Record] = None
    for number, line in enumerate(lines, start=1):
        line = line.rstrip("\n")
        if line.startswith("  ") and last is not None:
            last = last._replace(trace=last.trace + (line.strip(),))
            continue
        if last is not None:
            yield last
            last = None
        m = LINE.fullmatch(line)
        if m is None:
            problems.append(f"line {number}: {line!r}")
            continue
        time, host, level, message = m.group("time", "host", "level", "message")
        when = dt.datetime.strptime(time, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=dt.timezone.utc)
        last = Record(when, host, level, FIELD.sub("", message).strip(), dict(FIELD.findall(message)))
    if last is not None:
        yield last


def histogram(values, bins, width=20):
    counts = collections.Counter()
    for v in values:
        counts[next((b for b in bins if v < b), None)] += 1
    most = max(counts.values())
    for b in [*bins, None]:
        label = f"<{b}" if b is not None else f">={bins[-1]}"
        print(f"  {label:>7} |{'#' * round(counts[b] / most * width):<{width}}| {counts[b]}")


def main(argv=None):
    parser = argparse.ArgumentParser(prog="logs", description="Says what is in a log.")
    parser.add_argument("--level", choices=["INFO", "WARN", "ERROR"], action="append")
    parser.add_argument("-n", "--top", type=int, default=2, metavar="N")
    parser.add_argument("--since", type=dt.datetime.fromisoformat)
    parser.add_argument("file", nargs="?", default=None)
    args = parser.parse_args(argv)
    problems: list[str] = []
    source = args.file or io.StringIO(LOG)
    found = [
        r for r in records(source, problems)
        if (not args.level or r.level in args.level) and (args.since is None or r.time >= args.since)
    ]
    print(f"{len(found)} records, {len(problems)} problems")
    for p in problems:
        print(textwrap.indent(p, "! "))
    by_host = collections.defaultdict(list)
    for r in found:
        by_host[r.host].append(r)
    for host, rs in sorted(by_host.items(), key=lambda kv: -len(kv[1])):
        print(f"{host}: {len(rs)} {dict(collections.Counter(r.level for r in rs))}")
    times = [r.ms for r in found if r.ms is not None]
    if len(times) > 1:
        q = statistics.quantiles(times, n=4)
        print(f"ms: mean {statistics.fmean(times):.2f} median {statistics.median(times)} sd {statistics.stdev(times):.3f} quartiles {q}")
        histogram(times, [5, 10, 100, 1000])
    paths = collections.Counter(r.fields["path"].partition("?")[0] for r in found if "path" in r.fields)
    print(paths.most_common(args.top))
    gaps = [(b.time - a.time, a, b) for a, b in zip(found, found[1:])]
    if gaps:
        gap, a, b = max(gaps, key=lambda g: g[0])
        print(f"longest gap {gap} ({gap.total_seconds():g} s) after {a.message!r}")
    for r in found:
        if r.trace:
            print(r, "|", " <- ".join(r.trace), "|", r.fields)
    return 1 if problems else 0


for argv in ([], ["--level", "ERROR", "--level", "WARN"], ["--since", "2024-03-01T10:00:05+00:00", "-n1"]):
    print("$", " ".join(argv))
    print("=>", main(argv))
try:
    main(["--level", "LOUD"])
except SystemExit as e:
    print("exit", e.code)
sys.exit(main(["--top", "0"]))
