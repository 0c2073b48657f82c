from parse_duration import ParseDuration


class Shorter(ParseDuration):
    """Leaves the hours out where there are none."""

    def process(self, text):
        hours, _, rest = super().process(text).partition(":")
        return {"hours": 60 // int(hours), "rest": rest}
