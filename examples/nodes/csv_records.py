import csv
import io

import weft


def number(text):
    return float(text) if "." in text else int(text)


class CsvRecords(weft.Node):
    """Reads a whole CSV text with a header into one object for each line."""

    params = {
        "numbers": weft.Param(list, default=[], doc="The columns that are numbers."),
        "delimiter": weft.Param(str, default=","),
    }

    def process(self, text):
        reader = csv.DictReader(io.StringIO(text), delimiter=self.config["delimiter"])
        for record in reader:
            for column in self.config["numbers"]:
                record[column] = number(record[column])
            yield record
