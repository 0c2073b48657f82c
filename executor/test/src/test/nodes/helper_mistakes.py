import helper_prices
from helper_prices import Parser, average, parse_price
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
                price = helper_prices.Price(amount)
                price.amount = 2
            case {"missing": _}:
                return helper_prices.parse_date("2024")
            case {"add": other}:
                return (helper_prices.Price(1.5) + other).amount
        return "none"
