from datetime import datetime, timedelta

NUMERALS = [(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")]


def to_roman(n):
    out = ""
    for value, numeral in NUMERALS:
        count, n = divmod(n, value)
        out += numeral * count
    return out or "N"


def from_roman(text):
    values = dict((s, v) for v, s in NUMERALS)
    total = 0
    for a, b in zip(text, text[1:] + "I"):
        total += values[a] if values[a] >= values[b] else -values[a]
    return total


moment = datetime(2024, 2, 29, 23, 58)
for _ in range(3):
    print(f"{to_roman(moment.year)}-{to_roman(moment.month)}-{to_roman(moment.day)} {to_roman(moment.hour)}:{to_roman(moment.minute)}")
    moment += timedelta(minutes=1, seconds=30)
print(all(from_roman(to_roman(n)) == n for n in range(1, 4000, 7)), from_roman("MCMXCIV"))
