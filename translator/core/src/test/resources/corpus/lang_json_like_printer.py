def dump(value, indent=0):
    pad = "  " * indent
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return repr(value)
    if isinstance(value, str):
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
    if isinstance(value, (list, tuple)):
        if not value:
            return "[]"
        inner = ",\n".join(f"{pad}  {dump(v, indent + 1)}" for v in value)
        return f"[\n{inner}\n{pad}]"
    if isinstance(value, dict):
        if not value:
            return "{}"
        inner = ",\n".join(f"{pad}  {dump(k)}: {dump(v, indent + 1)}" for k, v in value.items())
        return f"{{\n{inner}\n{pad}}}"
    if hasattr(value, "to_json"):
        return dump(value.to_json(), indent)
    raise TypeError(f"cannot dump {type(value).__name__}")


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def to_json(self):
        return {"x": self.x, "y": self.y}


def parse(text):
    pos = 0

    def skip():
        nonlocal pos
        while pos < len(text) and text[pos] in " \n\t":
            pos += 1

    def value():
        nonlocal pos
        skip()
        c = text[pos]
        if c == "{":
            pos += 1
            result = {}
            skip()
            while text[pos] != "}":
                key = value()
                skip()
                pos += 1
                result[key] = value()
                skip()
                if text[pos] == ",":
                    pos += 1
                    skip()
            pos += 1
            return result
        if c == "[":
            pos += 1
            items = []
            skip()
            while text[pos] != "]":
                items.append(value())
                skip()
                if text[pos] == ",":
                    pos += 1
                    skip()
            pos += 1
            return items
        if c == '"':
            end = text.index('"', pos + 1)
            s = text[pos + 1 : end]
            pos = end + 1
            return s
        for word, result in (("true", True), ("false", False), ("null", None)):
            if text.startswith(word, pos):
                pos += len(word)
                return result
        start = pos
        while pos < len(text) and text[pos] in "-0123456789.e":
            pos += 1
        number = text[start:pos]
        return float(number) if "." in number else int(number)

    return value()


data = {"name": 'q"uote', "list": [1, 2.5, None, True, []], "point": Point(1, -2), "empty": {}}
out = dump(data)
print(out)
back = parse(out.replace('\\"', "'"))
print(back["list"], back["point"]["y"] + 1, back["empty"], back["name"])
try:
    dump({1, 2})
except TypeError as e:
    print(e)
