import sys

UNITS = {
    "length": {"m": 1.0, "km": 1000.0, "cm": 0.01, "mi": 1609.344, "ft": 0.3048},
    "mass": {"kg": 1.0, "g": 0.001, "lb": 0.45359237},
}


class ConversionError(ValueError):
    pass


def category(unit):
    for name, units in UNITS.items():
        if unit in units:
            return name
    raise ConversionError(f"unknown unit {unit!r}")


def convert(value, source, target):
    if {source, target} <= {"C", "F", "K"}:
        celsius = {"C": lambda v: v, "F": lambda v: (v - 32) / 1.8, "K": lambda v: v - 273.15}[source](value)
        return {"C": lambda c: c, "F": lambda c: c * 1.8 + 32, "K": lambda c: c + 273.15}[target](celsius)
    kind, other = category(source), category(target)
    if kind != other:
        raise ConversionError(f"cannot convert {kind} to {other}")
    return value * UNITS[kind][source] / UNITS[kind][target]


def main(lines):
    errors = 0
    for line in lines:
        try:
            value, source, _, target = line.split()
            print(f"{line} = {convert(float(value), source, target):.4g}")
        except ConversionError as e:
            errors += 1
            print(f"{line}: {e}")
        except ValueError as e:
            errors += 1
            print(f"{line}: malformed ({e})")
    return errors


sys.exit(main(["5 km to mi", "100 C to F", "0 K to C", "3 kg to lb", "2 kg to km", "1 parsec to m", "x km to m", "12 ft"]))
