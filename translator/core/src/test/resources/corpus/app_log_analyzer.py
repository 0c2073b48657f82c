"""A log analyzer: regex parsing, statistics, report formatting."""
import asyncio
import re
import statistics as st
from collections import Counter, namedtuple
from datetime import datetime, date, timedelta
from itertools import groupby
from operator import attrgetter, itemgetter
from textwrap import dedent, indent, shorten, fill

RAW = dedent("""\
    2024-03-01T10:00:00 INFO  web   GET /index.html 200 12ms
    2024-03-01T10:00:05 INFO  web   GET /api/users 200 48ms
    2024-03-01T10:01:10 WARN  db    slow query 1830ms
    2024-03-01T10:01:11 ERROR web   GET /api/users 500 2001ms
    garbage line
    2024-03-01T11:30:00 INFO  web   POST /api/users 201 95ms
    2024-03-02T00:00:01 ERROR cron  job 'backup' failed: disk full
    2024-03-02T00:05:00 INFO  web   GET /index.html 304 3ms
    """)

LINE = re.compile(
    r"""
    (?P<at>\S+)\s+
    (?P<level>[A-Z]+)\s+
    (?P<source>\w+)\s+
    (?P<message>.*?)
    (?:\s(?P<ms>\d+)ms)?$
    """,
    re.VERBOSE,
)

Entry = namedtuple("Entry", "at level source message ms", defaults=[None])


def parse(text):
    for number, line in enumerate(text.splitlines(), 1):
        m = LINE.match(line)
        try:
            d = m.groupdict()
            at = datetime.fromisoformat(d.pop("at"))
        except (AttributeError, ValueError) as e:
            print(f"line {number}: skipped ({type(e).__name__})")
            continue
        ms = d.pop("ms")
        yield Entry(at=at, ms=int(ms) if ms else None, **d)


async def feed(entries, queue):
    for e in entries:
        await queue.put(e)
        await asyncio.sleep(0)
    await queue.put(None)


async def collect(queue):
    out = []
    while (e := await queue.get()) is not None:
        out.append(e)
    return out


async def main():
    q = asyncio.Queue(maxsize=2)
    async with asyncio.TaskGroup() as tg:
        tg.create_task(feed(parse(RAW), q))
        collected = tg.create_task(collect(q))
    entries = collected.result()
    print(len(entries), entries[0])
    print(entries[0]._asdict())
    levels = Counter(e.level for e in entries)
    print(levels, levels["DEBUG"], sorted(levels.items(), key=itemgetter(1, 0), reverse=True))
    times = [e.ms for e in entries if e.ms is not None]
    print(f"mean={st.mean(times):.2f} median={st.median(times)} stdev={st.stdev(times):.3f}")
    print(f"q={[round(q, 2) for q in st.quantiles(times, n=4)]} mode={st.mode('aabbb')}")
    for day, group in groupby(entries, key=lambda e: e.at.date()):
        group = list(group)
        print(f"{day:%A, %d %B %Y}: {len(group)} entries, {group[-1].at - group[0].at}")
    by_source = {}
    for e in sorted(entries, key=attrgetter("source", "at")):
        by_source.setdefault(e.source, []).append(e.message)
    width = max(map(len, by_source))
    for source, messages in by_source.items():
        print(f"{source:.<{width + 4}}{len(messages):>3} {shorten(messages[0], 18, placeholder='…')}")
    gaps = [b.at - a.at for a, b in zip(entries, entries[1:])]
    print(max(gaps), sum(gaps, timedelta()), min(gaps).total_seconds())
    print(divmod(max(gaps), timedelta(hours=1)))
    print(date(2024, 3, 1).isocalendar(), date(2024, 12, 30).isocalendar().week, (date(2025, 1, 1) - date(2024, 3, 1)).days)
    print(indent(fill("The quick brown fox jumps over the lazy dog and runs away", 24), "> "))
    print(re.sub(r"(\w+)ms", lambda m: f"{int(m[1]) / 1000:g}s" if m[1].isdigit() else m[0], "12ms 2001ms xms"))
    print(re.split(r"\s*[,;]\s*", "a , b;c ;d", maxsplit=2))
    print("{0:>8}|{1:<8}|{name!r:^10}|{2:08.3f}|{3:+,d}|{3:#x}".format("ab", "cd", 3.14159, 65535, name="n"))
    print("%-10s|%5.1f|%03d|%x|%%|%r" % ("left", 2.25, 7, 255, "q"))
    print(f"{datetime(2024, 1, 5, 7, 8, 9):%Y/%m/%d %I:%M %p %j}", f"{1e10:,.0f}", f"{0.000012345:.3e}", f"{255:#010b}", f"{3.0!r:>6}", f"{'x':*^5}")


asyncio.run(main())
