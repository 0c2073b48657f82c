def http(status):
    match status:
        case 200 | 201:
            return "ok"
        case 404:
            return "not found"
        case s if 500 <= s < 600:
            return "server error"
        case _:
            return "other"


def command(line):
    match line.split():
        case []:
            return "empty"
        case ["go", ("north" | "south") as d]:
            return f"going {d}"
        case ["pick", *items]:
            return f"picking {len(items)}: {items}"
        case [x]:
            return f"single {x}"
        case [first, _, last]:
            return f"{first}..{last}"
        case _:
            return "long"


def shape(d):
    match d:
        case {"kind": "circle", "r": r}:
            return 3 * r * r
        case {"kind": "rect", "w": w, "h": h, **rest}:
            return (w * h, rest)
        case {"kind": k}:
            return f"unknown {k}"
        case list() | tuple():
            return [shape(x) for x in d]
        case str() as s if s:
            return s.upper()
        case float(f):
            return f / 2
        case None:
            return "none"
        case _:
            return "?"


print([http(s) for s in (200, 201, 404, 503, 302)])
print([command(c) for c in ("", "go north", "go west", "pick a b", "x", "a b c", "a b c d")])
for v in ({"kind": "circle", "r": 2}, {"kind": "rect", "w": 2, "h": 3, "z": 1}, {"kind": "tri"}, {}, [1.0, "a"], None, "", 5):
    print(shape(v))
x = 5
match x:
    case n:
        print("captured", n)
match (1, (2, [3, 4])):
    case (a, (b, [c, *d])):
        print(a, b, c, d)
match {"a": [1, {"b": 2}]}:
    case {"a": [_, {"b": int(z)}]}:
        print("deep", z)
match "abc":
    case "ab" | "abc" if False:
        print("no")
    case "abc":
        print("guard failed first")
