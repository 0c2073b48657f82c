"""Log analysis: regex, Counter, grouping, percentiles and a text histogram."""
import io
import re
import statistics
from collections import Counter, defaultdict, namedtuple
from datetime import datetime, timedelta
from itertools import groupby, islice
from operator import attrgetter, itemgetter
from typing import Iterator, TextIO

LINE = re.compile(
    r"""(?P<ip>\d+(?:\.\d+){3})\s-\s(?P<user>\S+)\s
        \[(?P<time>[^\]]+)\]\s
        "(?P<method>[A-Z]+)\s(?P<path>\S+)\sHTTP/\d\.\d"\s
        (?P<status>\d{3})\s(?P<size>\d+|-)\s(?P<ms>[\d.]+)""",
    re.VERBOSE,
)
Entry = namedtuple("Entry", "ip user time method path status size ms")

SAMPLE = """\
10.0.0.1 - ada [10/Oct/2023:13:55:36] "GET /index.html HTTP/1.1" 200 2326 12.5
10.0.0.2 - - [10/Oct/2023:13:55:59] "GET /api/items?page=2 HTTP/1.1" 200 512 48.25
10.0.0.1 - ada [10/Oct/2023:13:56:02] "POST /api/items HTTP/1.1" 201 87 130.0
garbage line
10.0.0.3 - bob [10/Oct/2023:13:57:10] "GET /missing HTTP/1.0" 404 - 3
10.0.0.2 - - [10/Oct/2023:13:58:44] "DELETE /api/items/7 HTTP/1.1" 500 33 999.9
10.0.0.1 - ada [10/Oct/2023:14:03:01] "GET /index.html HTTP/1.1" 304 0 1.125

10.0.0.4 - eve [10/Oct/2023:14:03:59] "GET /api/items HTTP/1.1" 403 12 7.0
"""


def parse(stream: TextIO) -> Iterator[Entry]:
    for number, line in enumerate(stream, 1):
        line = line.rstrip()
        if not line:
            continue
        m = LINE.match(line)
        if m is None:
            print(f"skip {number}: {line!r}")
            continue
        d = m.groupdict()
        d["time"] = datetime.strptime(d["time"], "%d/%b/%Y:%H:%M:%S")
        d["status"] = int(d["status"])
        d["size"] = 0 if d["size"] == "-" else int(d["size"])
        d["ms"] = float(d["ms"])
        yield Entry(**d)


def percentile(values, p):
    values = sorted(values)
    k = (len(values) - 1) * p / 100
    lo, hi = int(k), min(int(k) + 1, len(values) - 1)
    return values[lo] + (values[hi] - values[lo]) * (k - lo)


def histogram(counts: Counter, width: int = 20):
    top = max(counts.values())
    for key, n in counts.most_common():
        bar = "#" * round(n / top * width)
        yield f"{key:<12}|{bar:<{width}}|{n:>3} {n / counts.total():6.1%}"


def sessions(entries, gap=timedelta(minutes=2)):
    by_ip = defaultdict(list)
    for e in sorted(entries, key=attrgetter("ip", "time")):
        runs = by_ip[e.ip]
        if runs and e.time - runs[-1][-1].time <= gap:
            runs[-1].append(e)
        else:
            runs.append([e])
    return by_ip


entries = list(parse(io.StringIO(SAMPLE)))
print(len(entries), entries[0]._asdict()["path"], entries[-1].time.isoformat(" "))
print(*histogram(Counter(e.path.partition("?")[0].rsplit("/", 1)[0] or "/" for e in entries)), sep="\n")
by_class = {k: list(map(itemgetter(5), g)) for k, g in groupby(sorted(entries, key=lambda e: e.status // 100), key=lambda e: f"{e.status // 100}xx")}
print(by_class)
times = [e.ms for e in entries]
print(f"mean={statistics.mean(times):.3f} median={statistics.median(times)} stdev={statistics.stdev(times):.2f}",
      *(f"p{p}={percentile(times, p):.2f}" for p in (50, 90, 99)))
for ip, runs in sessions(entries).items():
    for run in runs:
        span = run[-1].time - run[0].time
        print(f"{ip:>10} {len(run)} requests over {span} ({span.total_seconds():.0f}s) {run[0].time:%H:%M}")
minute = Counter()
for e in entries:
    minute[e.time.replace(second=0, microsecond=0)] += e.size
for when, size in sorted(minute.items()):
    print(f"{when:%a %d %b %H:%M} {size:>8,d}")
slowest = sorted(entries, key=lambda e: (-e.ms, e.ip))
print([f"{e.method} {e.path} {e.ms:g}" for e in islice(slowest, 3)])
methods = Counter(e.method for e in entries)
methods.update(GET=2, PUT=1)
methods.subtract(["DELETE", "DELETE"])
print(methods, +methods, methods - Counter(GET=5), sorted(methods.elements()))
users = {e.user for e in entries} - {"-"}
print(", ".join(sorted(users, key=str.casefold, reverse=True)))
redacted = re.sub(r"(\d+)\.(\d+)\.\d+\.\d+", lambda m: f"{m[1]}.{m[2]}.x.x", SAMPLE.splitlines()[1])
print(redacted)
print(entries[3]._replace(status=410, path="/gone"))
