import weft


class LookupJoin(weft.Node):
    """Adds to each event what a table says; rows of the table come in the same stream."""

    params = {"unknown": weft.Param(str, choices=("drop", "keep", "fail"), default="keep")}

    def initialize(self):
        self.table = {}

    def process(self, item):
        if "row" in item:
            row = item["row"]
            self.table[row["id"]] = {k: v for k, v in row.items() if k != "id"}
            return None
        event = item["event"]
        known = self.table.get(event["id"])
        if known is None:
            return self.without(event)
        return event | known

    def without(self, event):
        if self.config["unknown"] == "drop":
            return None
        if self.config["unknown"] == "fail":
            raise weft.ItemError(f"nothing is known of {event['id']!r}")
        return event
