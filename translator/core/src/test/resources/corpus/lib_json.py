import json

data = {
    "name": "Zoë",
    "age": 30,
    "height": 1.75,
    "tags": ["a", "b\n", "quote\" back\\"],
    "nested": {"t": True, "f": False, "n": None, "empty": [], "none": {}},
    "big": 12345678901234567890,
    "floats": [1.0, 1e100, 0.1, -0.0],
}
print(json.dumps(data))
print(json.dumps(data, indent=2))
print(json.dumps({"b": 1, "a": [1, {"x": 2}]}, sort_keys=True, separators=(",", ":")))
print(json.dumps("é", ensure_ascii=False), json.dumps("é😀\x01"), json.dumps({1: "int", None: 0, 2.5: "f"}))
print(json.dumps((1, 2)), json.dumps([]), json.dumps({}), json.dumps([[], {}], indent=4), json.dumps(float("inf")))

text = '{"users": [{"id": 1, "name": "ann", "score": 9.5}, {"id": 2, "name": "bob", "score": null}], "ok": true}'
obj = json.loads(text)
for user in obj["users"]:
    print(user["id"], user["name"].title(), user.get("score") or 0)
print(obj["ok"], len(obj["users"]), sorted(obj.keys()), type(obj["users"]).__name__)
print(json.loads("[1, 2.5, \"x\", null, true, -3e2]"), json.loads('"\\u00e9\\ud83d\\ude00"'), json.loads("12"))
print(json.loads(json.dumps(data)) == data)
for bad in ('{"a": }', "[1, 2", "", '{"a" 1}', "[1,]", "nul", '{"a": 1} x'):
    try:
        json.loads(bad)
    except json.JSONDecodeError as e:
        print(repr(bad), "->", e, e.pos, e.lineno)
try:
    json.dumps({"x": {1, 2}})
except TypeError as e:
    print(e)


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y


def encode(value):
    if isinstance(value, Point):
        return {"x": value.x, "y": value.y}
    raise TypeError(f"cannot encode {type(value).__name__}")


print(json.dumps([Point(1, 2), "s"], default=encode), json.dumps({"s": {3}}, default=list))
print(json.loads('{"x": 1, "y": 2}', object_hook=lambda d: Point(**d) if "z" in d else d))
