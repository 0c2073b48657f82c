class ValidationError(ValueError):
    def __init__(self, field, message, *, code=None):
        super().__init__(message)
        self.field = field
        self.code = code

    def __repr__(self):
        return f"ValidationError({self.field!r}, {self.args[0]!r}, code={self.code!r})"


class Multi(Exception):
    pass


class Detailed(Exception):
    def __init__(self, **details):
        self.details = details
        super().__init__(", ".join(f"{k}={v}" for k, v in details.items()))


def check(data):
    errors = []
    for field, kind in (("name", str), ("age", int)):
        if field not in data:
            errors.append(ValidationError(field, "missing", code=1))
        elif not isinstance(data[field], kind):
            errors.append(ValidationError(field, f"expected {kind.__name__}"))
    if errors:
        raise Multi(*errors)
    return True


print(check({"name": "x", "age": 3}))
try:
    check({"age": "old"})
except Multi as m:
    print(len(m.args), m.args)
    for e in m.args:
        print(e.field, e, e.code, isinstance(e, ValueError))
try:
    raise Detailed(status=404, path="/x")
except Detailed as e:
    print(e, e.details, e.args, repr(e))
try:
    raise Multi
except Multi as e:
    print(repr(e), str(e) == "", e.args)
for exc in (ValueError("v"), KeyError("k"), IndexError(), OSError(2, "No such file", "f.txt"), Exception(1, "two")):
    try:
        raise exc
    except (KeyError, IndexError) as e:
        print("lookup", type(e).__name__, e, isinstance(e, LookupError))
    except OSError as e:
        print("os", e.errno, e.strerror, e.filename, e)
    except Exception as e:
        print("other", e.args, str(e))
    else:
        print("no")
    finally:
        print("-", end="")
print()


def reraise():
    try:
        raise ValueError("original")
    except ValueError as e:
        raise


try:
    reraise()
except ValueError as e:
    print(e)
