import re
from collections import Counter
from datetime import datetime, timedelta, timezone
import weft

LINE = re.compile(r'(?P<ip>\S+) \S+ \S+ \[(?P<time>[^\]]+)\] "(?P<request>[^"]*)" (?P<status>\d{3}) (?P<size>\d+|-)')

class LogParser(weft.Node):
    def initialize(self):
        self.statuses = Counter()

    def process(self, line):
        m = LINE.match(line)
        if m is None:
            raise weft.ItemError(f"not a log line: {line[:20]!r}")
        when = datetime.strptime(m["time"], "%d/%b/%Y:%H:%M:%S %z")
        method, path, *_ = m["request"].split(" ")
        self.statuses[int(m["status"]) // 100] += 1
        return {
            "ip": m["ip"],
            "utc": when.astimezone(timezone.utc).isoformat(),
            "method": method,
            "path": path,
            "size": 0 if m["size"] == "-" else int(m["size"]),
            "seen": dict(self.statuses.most_common()),
        }
