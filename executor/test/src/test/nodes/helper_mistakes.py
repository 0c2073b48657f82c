import helpers.prices as helper_lines
from helpers.prices import Parser, average, parse_price
import weft


class HelperMistakes(weft.Node):
    def process(self, item):
        match item:
            case {"average": values}:
                return average(values)
            case {"prices": [a, b]}:
                total = parse_price(a) + parse_price(b)
                return [total.amount, total.currency]
            case {"kind": kind, "line": line, "names": names}:
                return Parser(kind).record(line, names)
            case {"frozen": amount}:
                price = helper_lines.Price(amount)
                price.amount = 2
            case {"missing": _}:
                return helper_lines.parse_date("2024")
            case {"add": other}:
                return (helper_lines.Price(1.5) + other).amount
        return "none"
