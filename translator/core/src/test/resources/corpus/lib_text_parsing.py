import re
from collections import Counter, defaultdict

LOG = """\
2024-03-01 10:00:01 INFO  [web] GET /index 200 12ms
2024-03-01 10:00:02 ERROR [db] timeout after 3000ms
2024-03-01 10:00:04 INFO  [web] POST /login 302 48ms
2024-03-01 10:00:09 WARN  [web] GET /slow 200 2210ms
bad line
2024-03-01 10:01:00 INFO  [cron] job=backup took=15s
"""
LINE = re.compile(r"^(?P<date>\S+) (?P<time>\S+) (?P<level>\w+)\s+\[(?P<source>\w+)\] (?P<message>.*)$")
levels = Counter()
by_source = defaultdict(list)
for number, line in enumerate(LOG.splitlines(), start=1):
    match = LINE.match(line)
    if not match:
        print(f"line {number}: cannot parse {line!r}")
        continue
    entry = match.groupdict()
    levels[entry["level"]] += 1
    by_source[entry["source"]].append(entry["message"])
print(dict(levels), {k: len(v) for k, v in by_source.items()})
times = [int(m) for msg in by_source["web"] for m in re.findall(r"(\d+)ms", msg)]
print(times, sum(times) / len(times))
pairs = dict(re.findall(r"(\w+)=(\w+)", by_source["cron"][0]))
print(pairs)
print(re.sub(r"\b(\d+)ms\b", lambda m: f"{int(m[1]) / 1000:.2f}s", by_source["web"][2]))
