class ConfigError(Exception):
    pass


class StorageError(Exception):
    def __init__(self, path, reason="unknown"):
        super().__init__(path, reason)
        self.path = path

    def __str__(self):
        return f"<{self.path}>: {self.args[1]}"


def parse(text):
    try:
        return int(text)
    except ValueError as e:
        raise ConfigError(f"bad number {text!r}") from e


def load(settings, key):
    try:
        return parse(settings[key])
    except KeyError:
        raise ConfigError(f"missing {key}") from None


def describe(e, depth=0):
    print("  " * depth + f"{type(e).__name__}: {e}")
    if e.__cause__ is not None:
        print("  " * depth + "caused by")
        describe(e.__cause__, depth + 1)
    elif e.__context__ is not None and not e.__suppress_context__:
        print("  " * depth + "while handling")
        describe(e.__context__, depth + 1)


settings = {"port": "80", "size": "12k"}
print(load(settings, "port"))
for key in ("size", "host"):
    try:
        load(settings, key)
    except ConfigError as e:
        describe(e)
        print(repr(e.__cause__), repr(e.__context__), e.__suppress_context__)

try:
    try:
        {}["x"]
    except KeyError:
        [][1]
except IndexError as e:
    describe(e)
    print(type(e.__context__) is KeyError, e.__cause__)

try:
    try:
        raise StorageError("/tmp/x", "full")
    finally:
        print("cleaning up")
        1 / 0
except ZeroDivisionError as e:
    describe(e)
    print(e.__context__.path, e.__context__.args)


def chain(n):
    if n == 0:
        raise ValueError("bottom")
    try:
        chain(n - 1)
    except Exception as e:
        raise RuntimeError(f"level {n}") from e


try:
    chain(3)
except RuntimeError as error:
    e = error
    names = []
    while e:
        names.append(str(e))
        e = e.__cause__
    print(names)

first = ValueError("first")
first.__cause__ = KeyError("made by hand")
try:
    raise first
except ValueError as e:
    describe(e)
    e.add_note("seen twice")
    print(e.__notes__)

try:
    raise TypeError("a", 1)
except TypeError as e:
    again = e
try:
    raise again.with_traceback(None)
except TypeError as e:
    print(e is again, e.args, e)
