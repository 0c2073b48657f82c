import json
def make():
    e = SyntaxError("bad")
    e.offset = 3
    e.extra = {"a": 1}
    return e
try:
    raise make()
except SyntaxError as e:
    print(e, e.msg, e.offset, e.extra, e.lineno, hasattr(e, "nope"), getattr(e, "extra"))
try:
    json.loads("{")
except ValueError as e:
    print(e.msg, e.pos, e.lineno, e.colno)
e = ValueError("x")
try:
    print(e.msg)
except AttributeError as err:
    print(err)
e.msg = "set"
print(e.msg)
def tag(exc, **kw):
    for k, v in kw.items():
        setattr(exc, k, v)
    return exc
print(vars(tag(KeyError("k"), code=5)), tag(OSError(2, "no"), path="p").path)
