import weft


class CsvRows(weft.Node):
    """Reads CSV from pieces of text, cut anywhere, and gives a list for each row."""

    params = {"separator": weft.Param(str, default=",")}

    def initialize(self):
        if len(self.config["separator"]) != 1:
            raise weft.ConfigError(f"a separator is one character, not {self.config['separator']!r}")
        self.state_of_reading = "start"
        self.field = ""
        self.row = []

    def process(self, text):
        for character in text:
            row = self.read(character)
            if row is not None:
                yield row

    def read(self, character):
        separator = self.config["separator"]
        match self.state_of_reading, character:
            case "quoted", '"':
                self.state_of_reading = "quote"
            case "quoted", _:
                self.field += character
            case "quote", '"':
                self.field += '"'
                self.state_of_reading = "quoted"
            case "start", '"':
                self.state_of_reading = "quoted"
            case _, "\r":
                pass
            case _, "\n":
                return self.end_row()
            case _, c if c == separator:
                self.end_field()
            case "quote", _:
                raise weft.ItemError(f"{character!r} after a closing quote")
            case _:
                self.field += character
                self.state_of_reading = "plain"

    def end_field(self):
        self.row.append(self.field)
        self.field, self.state_of_reading = "", "start"

    def end_row(self):
        self.end_field()
        row, self.row = self.row, []
        return row

    def flush(self):
        if self.state_of_reading == "quoted":
            raise weft.ItemError("the text ends within quotes")
        if self.field or self.row:
            return self.end_row()
