import json

import weft


class JsonLines(weft.Node):
    """Reads each text as JSON; what is none fails with its place."""

    params = {"sort": weft.Param(bool, default=False, doc="Give text back, with sorted keys.")}

    def process(self, text):
        try:
            value = json.loads(text)
        except json.JSONDecodeError as error:
            raise weft.ItemError(f"{error.msg} in line {error.lineno}, column {error.colno}") from error
        if self.config["sort"]:
            return json.dumps(value, sort_keys=True, separators=(",", ":"))
        return value
