def read(lines):
    for line in lines:
        yield line.strip()


def parse(lines):
    for line in lines:
        if not line or line.startswith("#"):
            continue
        key, _, value = line.partition("=")
        yield key.strip(), value.strip()


def typed(pairs):
    for key, value in pairs:
        if value.isdigit():
            yield key, int(value)
        elif value.lower() in ("true", "false"):
            yield key, value.lower() == "true"
        else:
            yield key, value


LINES = ["# config", "name = demo", "", "port=8080", "debug = True", "path = a=b"]
config = dict(typed(parse(read(LINES))))
print(config)
for key, value in config.items():
    print(key, type(value).__name__, value)
squares = (x * x for x in range(10))
evens = (x for x in squares if x % 2 == 0)
print(next(evens), next(evens), list(evens), next(evens, "done"))
