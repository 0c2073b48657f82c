import weft

class SchemaError(weft.ItemError):
    def __init__(self, path, message):
        super().__init__(f"{path or '$'}: {message}")
        self.path = path

def check(value, schema, path=""):
    kind = schema.get("type")
    types = {"object": dict, "array": list, "string": str, "number": (int, float), "boolean": bool, "null": type(None)}
    if kind is not None:
        expected = types[kind]
        if not isinstance(value, expected) or (kind == "number" and isinstance(value, bool)):
            raise SchemaError(path, f"expected {kind}, got {type(value).__name__}")
    if "enum" in schema and value not in schema["enum"]:
        raise SchemaError(path, f"{value!r} is not one of {schema['enum']}")
    if isinstance(value, dict):
        for name in schema.get("required", []):
            if name not in value:
                raise SchemaError(path, f"lacks {name!r}")
        for name, inner in schema.get("properties", {}).items():
            if name in value:
                check(value[name], inner, f"{path}.{name}")
    elif isinstance(value, list) and "items" in schema:
        for i, each in enumerate(value):
            check(each, schema["items"], f"{path}[{i}]")

class Schema(weft.Node):
    params = {"schema": weft.Param(dict)}
    def process(self, item):
        check(item, self.config["schema"])
        return item
