import re
import weft

UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86_400}
PART = re.compile(r"(?P<count>\d+(?:\.\d+)?)\s*(?P<unit>[smhd])")

class ParseDuration(weft.Node):
    def process(self, text):
        total = 0
        end = 0
        for m in PART.finditer(text):
            if text[end:m.start()].strip(" ,"):
                raise weft.ItemError(f"cannot read {text[end:m.start()]!r}")
            total += float(m["count"]) * UNITS[m["unit"]]
            end = m.end()
        if end == 0:
            raise weft.ItemError(f"no duration in {text!r}")
        hours, rest = divmod(total, 3600)
        return f"{int(hours):02d}:{int(rest // 60):02d}:{rest % 60:04.1f}"
